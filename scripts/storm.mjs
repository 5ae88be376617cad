// @ts-check
/**
 * Lets very many timers and locks come due at one instant, and looks that each is done once and that others are served meanwhile: `npm run storm`,
 * `npm run storm -- --timers 10000,100000 --leases 10000 --nodes 3`. `--nodes` is for PostgreSQL.
 * (Defaults: 10,000 and 100,000 timers, 10,000 locks, three servers.)
 */
import { parseArgs } from 'node:util';
import { withTypeScript } from './lib/run-typescript.mjs';

const { values } = parseArgs({
  options: {
    timers: { type: 'string', default: '10000,100000' },
    leases: { type: 'string', default: '10000' },
    nodes: { type: 'string', default: '3' },
  },
});
/** @param {string} name @param {string} text */
const count = (name, text) => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`Expected a whole number above 0 for --${name}, found '${text}'.`);
};

await withTypeScript('server', 'test/storm/run.ts', ({ runStorms }) =>
  runStorms({
    timers: values.timers.split(',').map((text) => count('timers', text)),
    leases: count('leases', values.leases),
    nodes: count('nodes', values.nodes),
    tell: console.log,
  }),
);
