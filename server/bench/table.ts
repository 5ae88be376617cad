import { holds } from './scenario.ts';
import type { Bound, Measure } from './scenario.ts';

/** A measure with the scenario that it belongs to. */
export interface Line extends Measure {
  readonly scenario: string;
}

const figure = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();

const bound = (wanted: Bound | null): string =>
  wanted === null ? '–' : 'atLeast' in wanted ? `≥ ${figure(wanted.atLeast)}` : `≤ ${figure(wanted.atMost)}`;

export const verdict = ({ judged, gate, goal }: Measure): string =>
  !holds(gate, judged) ? 'GATE MISSED' : holds(goal, judged) ? 'goal reached' : 'gate holds';

/** The table for people: figures of one run beside each other. */
export const table = (lines: readonly Line[]): string => {
  const rows = [
    ['', 'scenario', 'ours', 'unit', 'compared with', 'its figure', 'judged', 'gate', 'goal', ''],
    ...lines.map((line) => [
      line.scenario,
      line.name,
      figure(line.ours),
      line.unit,
      line.other?.name ?? '–',
      line.other ? figure(line.other.figure) : '–',
      figure(line.judged),
      bound(line.gate),
      bound(line.goal),
      verdict(line),
    ]),
  ];
  const widths = rows[0]?.map((_head, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
