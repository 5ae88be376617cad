import type { Findings } from './findings.ts';
import type { JournalObserver } from '../runtime/fold-journal.ts';

/** I7: every journal entry says which command it answers and who asked; the first one is the start of the instance, and only that. */
export const auditObserver = (findings: Findings): JournalObserver => ({
  entry: (row) => {
    const command = parsed(row.command);
    const { process_instance_key: key, seq } = row;
    if (typeof command?.['type'] !== 'string' || !('actor' in command))
      return findings.add('I7', key, `expected journal entry ${seq} to name its command and who asked, found neither.`);
    if ((command['type'] === 'create-instance') !== (seq === 1))
      findings.add(
        'I7',
        key,
        `expected 'create-instance' as the first entry only, found '${command['type']}' as entry ${seq}.`,
      );
  },
});

const parsed = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};
