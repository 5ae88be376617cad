// @ts-check
/**
 * Gives a real server inputs that nobody expects, and looks that it answers each of them soon, with no failure of its own, and holds together: `npm run fuzz`,
 * `npm run fuzz -- --inputs 2000 --seed 7 xml feel rest filters injection`. Bodies and filters go to a server on SQLite and to one on PostgreSQL.
 * (Defaults: 20,000 inputs of each kind, seed 1, all kinds.) The exit code is 1 when something failed.
 */
import { parseArgs } from 'node:util';
import { withTypeScript } from './lib/run-typescript.mjs';

const { values, positionals } = parseArgs({
  options: { inputs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
/** @param {'inputs' | 'seed'} name */
const whole = (name) => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new Error(`Expected a whole number for --${name}, found '${values[name]}'.`);
};
const known = ['xml', 'feel', 'rest', 'filters', 'injection'];
const unknown = positionals.find((name) => !known.includes(name));
if (unknown !== undefined) throw new Error(`Expected kinds of inputs among ${known.join(', ')}, found '${unknown}'.`);

await withTypeScript('server', 'fuzz/run.ts', async ({ runFuzz }) => {
  const failed = await runFuzz({
    families: positionals.length === 0 ? known : positionals,
    inputs: whole('inputs'),
    seed: whole('seed'),
    tell: console.log,
  });
  if (failed > 0) process.exitCode = 1;
});
