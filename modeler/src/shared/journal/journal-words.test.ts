import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../api/process-instances';
import { commandWords, historyLines, type HistoryNames } from './journal-words';

const names: HistoryNames = {
  rootKey: '1',
  elementOf: (key) => (key === '7' ? 'approve' : null),
  nameOf: (id) => (id === 'approve' ? 'Approve order' : id),
};
const entry = (records: JournalEntry['records']): JournalEntry => ({
  seq: 1,
  at: '2026-01-01T00:00:00.000Z',
  command: { type: 'complete-job' },
  records,
});

describe('historyLines', () => {
  it('should name elements by their key, their id or the target of an event', () => {
    const lines = historyLines(
      entry([
        { type: 'element-completed', key: 7 },
        { type: 'element-activated', key: '9', elementId: 'ship', scopeKey: 1 },
        { type: 'timer-fired', key: 3, elementInstanceKey: 7, targetId: 'late', repetitions: 0, nextDueMs: null },
      ]),
      names,
    );
    expect(lines.map((line) => line.text)).toEqual([
      'Approve order was completed',
      'ship began',
      'The timer at late went off',
    ]);
  });

  it('should leave out what only the engine needs', () => {
    expect(historyLines(entry([{ type: 'sequence-flow-taken', flowId: 'f', scopeKey: 1 }]), names)).toEqual([]);
  });

  it('should keep the error message of a failed job', () => {
    const [line] = historyLines(
      entry([{ type: 'job-failed', key: 1, elementInstanceKey: '7', retries: 0, errorMessage: 'no stock' }]),
      names,
    );
    expect(line).toEqual({
      tone: 'trouble',
      text: 'A worker failed at Approve order; no attempts are left',
      detail: 'no stock',
      elementId: 'approve',
    });
  });

  it('should tell a variable of one element from those of the instance', () => {
    const lines = historyLines(
      entry([
        { type: 'variable-set', name: 'a', value: 1, scopeKey: '1' },
        { type: 'variable-set', name: 'a', value: 1, scopeKey: '7' },
      ]),
      names,
    );
    expect(lines.map((line) => line.text)).toEqual(['a was set', 'a was set for Approve order']);
  });

  it('should cut long values', () => {
    const [line] = historyLines(entry([{ type: 'variable-set', name: 'big', value: 'x'.repeat(500) }]), names);
    expect(line?.detail?.length).toBe(160);
  });

  it('should still say something about a record that it does not know', () => {
    expect(historyLines(entry([{ type: 'moon-landed' }]), names)[0]?.text).toBe('moon landed');
  });
});

describe('commandWords', () => {
  it('should read commands as words', () => {
    expect(commandWords('complete-user-task')).toBe('Task completed');
    expect(commandWords('new-thing')).toBe('new thing');
  });
});
