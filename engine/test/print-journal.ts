import type { Command, JournalRecord } from '../src/index.ts';

export interface JournalEntry {
  readonly instanceKey: number;
  readonly atMs: number;
  readonly command: Command;
  readonly records: readonly JournalRecord[];
}

/** The journal as a compact table, for reading what happened when a scenario fails: one line a record, keys shortened to `#n`. */
export const printJournal = (journal: readonly JournalEntry[]): string => {
  const shown = (value: unknown): string =>
    JSON.stringify(value, (_name, inner: unknown) =>
      typeof inner === 'string' && inner.length > 60 ? `${inner.slice(0, 57)}…` : inner,
    ) ?? '';
  const details = (record: object): string =>
    Object.entries(record)
      .filter(([name, value]) => name !== 'type' && value !== null)
      .map(([name, value]) => `${name}=${/key$/i.test(name) && typeof value === 'number' ? `#${value}` : shown(value)}`)
      .join(' ');
  return journal
    .flatMap(({ instanceKey, atMs, command, records }) => [
      `#${instanceKey} ${String(atMs).padStart(8)} ▶ ${command.type} ${details(command)}`,
      ...records.map((record) => `${' '.repeat(12)}${record.type.padEnd(28)} ${details(record)}`),
    ])
    .join('\n');
};
