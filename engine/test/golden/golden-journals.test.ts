import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evolve, initialState, snapshotState, type JournalRecord } from '../../src/index.ts';
import { fixture } from '../fixture.ts';
import { play } from './play.ts';
import { playChanges } from './play-changes.ts';

/**
 * Journals as they were written when a fixture was new, and one of what is done by hand, with the state that they led to. A journal is kept for ever, so today's `evolve` must
 * read all of them. `BATON_WRITE_JOURNALS=yes` writes those that are missing, and never one that is there.
 */
const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures');
const folder = join(fixtures, 'journals');

interface Golden {
  readonly instances: readonly {
    readonly key: number;
    readonly entries: readonly { readonly atMs: number; readonly command: string; readonly records: JournalRecord[] }[];
    /** The state after the entry that is in the middle, and at the end. */
    readonly half: unknown;
    readonly end: unknown;
  }[];
}

const byHand = 'changed-by-hand';
const names = [...readdirSync(join(fixtures, 'bpmn')).map((file) => basename(file, '.bpmn')), byHand];

const fold = (entries: Golden['instances'][number]['entries']): unknown => {
  const state = initialState();
  for (const { atMs, records } of entries) for (const record of records) evolve(state, record, atMs);
  return JSON.parse(JSON.stringify(snapshotState(state))) as unknown;
};

const record = async (name: string): Promise<Golden> => {
  const decision = join(fixtures, 'dmn', `${name}.dmn`);
  const decisions = existsSync(decision) ? [readFileSync(decision, 'utf8')] : [];
  const journal = name === byHand ? await playChanges() : await play(fixture(name), decisions);
  const keys = [...new Set(journal.map(({ instanceKey }) => instanceKey))];
  return {
    instances: keys.map((key) => {
      const entries = journal
        .filter(({ instanceKey }) => instanceKey === key)
        .map(({ atMs, command, records }) => ({ atMs, command: command.type, records: [...records] }));
      return { key, entries, half: fold(entries.slice(0, Math.ceil(entries.length / 2))), end: fold(entries) };
    }),
  };
};

/** One entry a line: long enough to be small, short enough to be read in a diff. */
const written = ({ instances }: Golden): string =>
  `{"instances":[\n${instances
    .map(
      ({ key, entries, half, end }) =>
        `{"key":${key},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}],\n"half":${JSON.stringify(half)},\n"end":${JSON.stringify(end)}}`,
    )
    .join(',\n')}]}\n`;

describe('golden journals', () => {
  it.each(names)('should replay that of %s to the states that it led to', async (name) => {
    const path = join(folder, `${name}.json`);
    if (process.env.BATON_WRITE_JOURNALS === 'yes' && !existsSync(path)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, written(await record(name)));
    }
    const golden = JSON.parse(readFileSync(path, 'utf8')) as Golden;
    expect(golden.instances.length).toBeGreaterThan(0);
    for (const { entries, half, end } of golden.instances) {
      expect(entries.length).toBeGreaterThan(0);
      // A field that is new since then has the value that means nothing happened; what was there is as it was.
      expect(fold(entries.slice(0, Math.ceil(entries.length / 2)))).toMatchObject(half as object);
      expect(fold(entries)).toMatchObject(end as object);
    }
  });
});
