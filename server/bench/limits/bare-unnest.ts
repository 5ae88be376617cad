import pg from 'pg';

/**
 * Steps a second that PostgreSQL commits durably with one statement for `perCommit` of them, on `connections` at once: one updated row and one row of
 * history a step, by `unnest` of arrays. An engine has to decide and to write more than that.
 */
export const bareUnnestRate = async (
  url: string,
  perCommit: number,
  connections: number,
  seconds: number,
): Promise<number> => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients;
  await first?.query(
    'CREATE TABLE bare_instance (key int8 PRIMARY KEY, revision int8 NOT NULL, status text NOT NULL);' +
      'CREATE TABLE bare_history (instance_key int8 NOT NULL, seq int8 NOT NULL, records text NOT NULL, PRIMARY KEY (instance_key, seq))',
  );
  const perClient = 10_000;
  await first?.query(
    `INSERT INTO bare_instance SELECT g, 0, 'ACTIVE' FROM generate_series(0, ${connections * perClient - 1}) g`,
  );
  const records = JSON.stringify({ text: 'x'.repeat(280) });
  const text =
    'WITH v AS (SELECT * FROM unnest($1::int8[], $2::int8[], $3::text[]) AS v(key, revision, records)),' +
    ' u AS (UPDATE bare_instance i SET revision = v.revision + 1 FROM v WHERE i.key = v.key AND i.revision = v.revision)' +
    ' INSERT INTO bare_history SELECT key, revision + 1, records FROM v';
  let steps = 0;
  const from = performance.now();
  await Promise.all(
    clients.map(async (client, index) => {
      for (let at = 0; performance.now() - from < seconds * 1_000; at += perCommit) {
        const keys = Array.from({ length: perCommit }, (_, step) => index * perClient + ((at + step) % perClient));
        const revisions = Array.from({ length: perCommit }, (_, step) => Math.floor((at + step) / perClient));
        await client.query({ name: 'bare', text, values: [keys, revisions, keys.map(() => records)] });
        steps += perCommit;
      }
    }),
  );
  const rate = steps / ((performance.now() - from) / 1_000);
  await first?.query('DROP TABLE bare_instance, bare_history');
  for (const client of clients) await client.end();
  return rate;
};
