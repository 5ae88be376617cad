// @ts-check
// A program that embeds Baton and is killed by a test: it starts instances without end, and books each of their jobs in a table of its own.
import { openBaton } from '../../dist/index.js';

const { BATON_DATA: dataFolder, BATON_DATABASE_URL: databaseUrl, BOOKING_LOAD: load } = process.env;
const baton = await openBaton(databaseUrl === undefined ? { dataFolder } : { databaseUrl });
await baton.transaction((transaction) =>
  transaction.run('CREATE TABLE IF NOT EXISTS booked (job_key TEXT NOT NULL, order_id TEXT NOT NULL)'),
);
baton.handle(
  'book',
  async (job, { transaction }) => {
    const { orderId } = /** @type {{ orderId: string }} */ (job.variables);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
    transaction.run('INSERT INTO booked (job_key, order_id) VALUES (?, ?)', [job.jobKey, orderId]);
  },
  { timeoutMs: 1_000, maxActive: 20 },
);
if (load === undefined) {
  process.on('SIGTERM', () => void baton.stop());
  process.stdout.write('resting\n');
} else {
  process.stdout.write('loading\n');
  for (let n = 0; ; n += 1)
    await baton.start(
      'booking',
      { orderId: `${load}-${n}` },
      {
        transaction: (transaction) =>
          transaction.run('INSERT INTO booked (job_key, order_id) VALUES (?, ?)', ['start', `${load}-${n}`]),
      },
    );
}
