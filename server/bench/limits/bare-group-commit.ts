import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';

/**
 * Steps a second that bare better-sqlite3 commits durably, `perCommit` at a time: one updated row and one row of history a step, by
 * prepared statements, WAL and FULL. An engine has to decide and to write more than that.
 */
export const bareGroupCommitRate = (folder: string, perCommit: number, seconds: number): number => {
  const database = new BetterSqlite(join(folder, `bare-${perCommit}.sqlite`));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE instance (key INTEGER PRIMARY KEY, revision INTEGER NOT NULL, status TEXT NOT NULL);' +
      'CREATE TABLE history (instance_key INTEGER NOT NULL, seq INTEGER NOT NULL, records TEXT NOT NULL, PRIMARY KEY (instance_key, seq)) WITHOUT ROWID;',
  );
  const insert = database.prepare("INSERT INTO instance VALUES (?, 0, 'ACTIVE')");
  const instances = 10_000;
  database.transaction(() => {
    for (let key = 0; key < instances; key += 1) insert.run(key);
  })();
  const update = database.prepare('UPDATE instance SET revision = ? WHERE key = ? AND revision = ?');
  const append = database.prepare('INSERT INTO history VALUES (?, ?, ?)');
  const records = JSON.stringify({ text: 'x'.repeat(280) });
  const commit = database.transaction((first: number) => {
    for (let step = first; step < first + perCommit; step += 1) {
      const revision = Math.floor(step / instances);
      update.run(revision + 1, step % instances, revision);
      append.run(step % instances, revision + 1, records);
    }
  });
  const from = performance.now();
  let steps = 0;
  for (; performance.now() - from < seconds * 1_000; steps += perCommit) commit.immediate(steps);
  const rate = steps / ((performance.now() - from) / 1_000);
  database.close();
  return rate;
};
