import { appendFileSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { holds } from './scenario.ts';
import { scenarios } from './scenarios/index.ts';
import { table, verdict } from './table.ts';
import type { Line } from './table.ts';

export interface BenchOptions {
  /** Ids such as `P1`; all when empty. */
  readonly ids: readonly string[];
  readonly isQuick: boolean;
  /** The file that keeps the ratios of earlier full runs, one JSON line each. */
  readonly historyFile: string;
  /** Where the result is written as JSON. */
  readonly resultFile: string;
  readonly print: (text: string) => void;
}

/** Runs scenarios one after the other and prints one table. Answers whether every gate holds. */
export const runBench = async (options: BenchOptions): Promise<boolean> => {
  const { ids, isQuick, print } = options;
  const unknown = ids.filter((id) => !scenarios.some((each) => each.id === id));
  if (unknown.length > 0)
    throw new Error(
      `Expected scenarios out of ${scenarios.map(({ id }) => id).join(', ')}, found ${unknown.join(', ')}.`,
    );
  const wanted = scenarios.filter(({ id, isLong }) => (ids.length > 0 ? ids.includes(id) : !(isQuick && isLong)));
  const lines: Line[] = [];
  for (const scenario of wanted) {
    print(`${scenario.id}  ${scenario.title} …`);
    const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
    try {
      const measures = await scenario.run({ isQuick, folder, note: (text) => print(`    ${text}`) });
      lines.push(...measures.map((measure) => ({ scenario: scenario.id, ...measure })));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  print(`\n${table(lines)}\n`);
  keep(options, lines);
  const missed = lines.filter(({ gate, judged }) => !holds(gate, judged));
  print(missed.length === 0 ? 'Every gate holds.' : `${missed.length} of ${lines.length} gates are missed.`);
  return missed.length === 0;
};

const keep = ({ resultFile, historyFile, isQuick, ids, print }: BenchOptions, lines: readonly Line[]): void => {
  const at = new Date().toISOString();
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version };
  mkdirSync(join(resultFile, '..'), { recursive: true });
  writeFileSync(
    resultFile,
    `${JSON.stringify({ at, machine, isQuick, lines: lines.map((line) => ({ ...line, verdict: verdict(line) })) }, null, 2)}\n`,
  );
  if (isQuick || ids.length > 0) return;
  compare(historyFile, lines, print);
  const judged = Object.fromEntries(lines.map(({ scenario, name, judged: value }) => [`${scenario} ${name}`, value]));
  appendFileSync(historyFile, `${JSON.stringify({ at, machine, judged })}\n`);
};

/** Says what has become slower or faster by more than a fifth since the last full run. */
const compare = (historyFile: string, lines: readonly Line[], print: (text: string) => void): void => {
  const last = readLast(historyFile);
  for (const { scenario, name, judged } of lines) {
    const before = last[`${scenario} ${name}`];
    if (before === undefined || Math.abs(judged / before - 1) < 0.2) continue;
    print(`${scenario} ${name}: ${judged.toPrecision(3)}, was ${before.toPrecision(3)} in the last full run.`);
  }
};

const readLast = (historyFile: string): Readonly<Record<string, number>> => {
  try {
    const last = readFileSync(historyFile, 'utf8').trim().split('\n').at(-1) ?? '';
    return last === '' ? {} : (JSON.parse(last) as { judged: Record<string, number> }).judged;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return {};
    throw error;
  }
};
