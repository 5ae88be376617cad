// @ts-check
/**
 * Lets many workers of Camunda's client work off very many jobs while they are killed and replaced at random, and looks that each job is done once: `npm run soak`,
 * `npm run soak -- --workers 20 --jobs 20000 --database postgres`. (Defaults: 20 workers, 20,000 jobs, sqlite.)
 */
import { parseArgs } from 'node:util';
import { withTypeScript } from './lib/run-typescript.mjs';

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '20' },
    jobs: { type: 'string', default: '20000' },
    database: { type: 'string', default: 'sqlite' },
  },
});
/** @param {'workers' | 'jobs'} name */
const count = (name) => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`Expected a whole number above 0 for --${name}, found '${values[name]}'.`);
};
if (!['sqlite', 'postgres'].includes(values.database))
  throw new Error(`Expected sqlite or postgres for --database, found '${values.database}'.`);

await withTypeScript('server', 'test/soak/run.ts', ({ runSoak }) =>
  runSoak({ workers: count('workers'), jobs: count('jobs'), database: values.database, tell: console.log }),
);
