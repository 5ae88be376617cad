// @ts-check
/**
 * Kills real servers under load, again and again, and looks whether they have kept what they promised: `npm run kill`,
 * `npm run kill -- --sqlite 100 --postgres 50 --nodes 3`. `--nodes` is for PostgreSQL. Nothing runs for a database with 0 kills.
 * (Defaults: 100 on SQLite, 50 on PostgreSQL, one server.)
 */
import { parseArgs } from 'node:util';
import { withTypeScript } from './lib/run-typescript.mjs';

const { values } = parseArgs({
  options: {
    sqlite: { type: 'string', default: '100' },
    postgres: { type: 'string', default: '50' },
    nodes: { type: 'string', default: '1' },
  },
});
const count = (/** @type {'sqlite' | 'postgres' | 'nodes'} */ name) => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`Expected a whole number for --${name}, found '${values[name]}'.`);
};

await withTypeScript('server', 'test/kill/run.ts', ({ runKillLoops }) =>
  runKillLoops({
    sqlite: count('sqlite'),
    postgres: count('postgres'),
    nodes: Math.max(1, count('nodes')),
    tell: console.log,
  }),
);
