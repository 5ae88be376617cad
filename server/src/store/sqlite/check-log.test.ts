import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { damageOfLog } from './check-log.ts';

const pageBytes = 4_096;
const frameBytes = pageBytes + 24;
const frameAt = (index: number): number => 32 + index * frameBytes;

let folder: string;
/** A database as a killed server leaves it: changes of one page each, the last of two, and all of them in the log. */
let left: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-log-'));
  const live = join(folder, 'live.sqlite');
  left = join(folder, 'left.sqlite');
  const database = new BetterSqlite(live);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)');
  const insert = database.prepare('INSERT INTO t VALUES (?, ?)');
  for (let change = 0; change < 10; change += 1) insert.run(change, 'short');
  database.transaction(() => insert.run(100, 'x'.repeat(3_000)) && insert.run(101, 'y'.repeat(3_000)))();
  for (const end of ['', '-wal', '-shm']) copyFileSync(live + end, left + end);
  database.close();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const frames = (): number => (readFileSync(`${left}-wal`).length - 32) / frameBytes;
const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes.writeUInt8((bytes[at] ?? 0) ^ 0xff, at);
  writeFileSync(file, bytes);
};
const forgetIndex = (): void => writeFileSync(`${left}-shm`, '');

it('should find nothing in the log of a server that was killed', () => {
  expect(frames()).toBeGreaterThan(12);
  expect(damageOfLog(left)).toBeNull();
  forgetIndex();
  expect(damageOfLog(left)).toBeNull();
});

it('should find nothing where there is no log', () => {
  expect(damageOfLog(join(folder, 'none.sqlite'))).toBeNull();
});

it.each([
  ['a page', 500],
  ['the mark of a page', 8],
  ['the end of a change', 5],
])('should find out that %s in the middle of the log is broken, with changes after it', (_what, offset) => {
  forgetIndex();
  flip(`${left}-wal`, frameAt(6) + offset);
  expect(damageOfLog(left)).toMatch(/broken at page 7/);
});

it('should take a half-written last change for what a crash left behind', () => {
  forgetIndex();
  flip(`${left}-wal`, frameAt(frames() - 2) + 500);
  expect(damageOfLog(left)).toBeNull();
  truncateSync(`${left}-wal`, frameAt(frames() - 1) + 100);
  expect(damageOfLog(left)).toBeNull();
});

it('should find out that the log was cut after it was committed', () => {
  truncateSync(`${left}-wal`, frameAt(5) + 100);
  expect(damageOfLog(left)).toMatch(/held \d+ pages, 5 of them are left/);
  truncateSync(`${left}-wal`, 0);
  expect(damageOfLog(left)).toMatch(/is empty, but held/);
});

it('should find out that the head of the log is broken', () => {
  flip(`${left}-wal`, 17);
  expect(damageOfLog(left)).toMatch(/head/);
});

it('should not mistake the rest of an older, longer log for damage', () => {
  const file = join(folder, 'again.sqlite');
  const database = new BetterSqlite(file);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)');
  const insert = database.prepare('INSERT INTO t VALUES (?, ?)');
  for (let change = 0; change < 10; change += 1) insert.run(change, 'short');
  database.pragma('wal_checkpoint(RESTART)');
  insert.run(10, 'short');
  for (const end of ['', '-wal', '-shm']) copyFileSync(file + end, left + end);
  database.close();
  expect(damageOfLog(left)).toBeNull();
  forgetIndex();
  expect(damageOfLog(left)).toBeNull();
});
