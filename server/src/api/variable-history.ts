import type { JournalRecord } from '@baton/engine';
import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { readJournal } from '../store/searches/read-journal.ts';
import { maxShownValue } from '../store/searches/variable-plan.ts';
import { dateText, keyText, stored } from './answer.ts';
import { dateType, keyType } from './operation/answer-types.ts';

const pageSize = 200;
/** The newest changes are kept, older ones are left out. */
const maxChanges = 1_000;

export const variableHistoryType = z
  .strictObject({
    items: z.array(
      z.strictObject({
        seq: z.int().describe('The journal entry.'),
        at: dateType,
        actor: z.string().nullable().describe('Who asked for what set it; null where nobody is known.'),
        command: z.string().describe('The type of the command that set it.'),
        scopeKey: keyType,
        name: z.string(),
        value: z.string().describe('JSON text.'),
        isTruncated: z.boolean().describe('Whether the value was cut.'),
      }),
    ),
    isComplete: z.boolean().describe('Whether no older changes were left out.'),
  })
  .meta({ id: 'VariableHistory' });

type Answer = z.input<typeof variableHistoryType>;

/** Which changes are wanted; without a field of all. */
export interface VariableChoice {
  readonly name?: string | undefined;
  readonly scopeKey?: number | undefined;
}

/** Every value that variables of an instance had, with who gave it when; the newest first. Read from its journal. */
export const variableHistory = async (
  database: Database,
  processInstanceKey: number,
  { name, scopeKey }: VariableChoice,
): Promise<Answer> => {
  const items: Answer['items'] = [];
  let isComplete = true;
  for (let after = 0; ;) {
    const entries = await readJournal(database, processInstanceKey, after, pageSize);
    for (const entry of entries) {
      after = entry.seq;
      const command = stored<{ readonly type: string; readonly actor?: string | null }>(entry.command);
      for (const record of stored<JournalRecord[]>(entry.records)) {
        if (record.type !== 'variable-set') continue;
        if ((name ?? record.name) !== record.name || (scopeKey ?? record.scopeKey) !== record.scopeKey) continue;
        const value = JSON.stringify(record.value);
        items.push({
          seq: entry.seq,
          at: dateText(entry.at_ms),
          actor: command.actor ?? null,
          command: command.type,
          scopeKey: keyText(record.scopeKey),
          name: record.name,
          value: value.slice(0, maxShownValue),
          isTruncated: value.length > maxShownValue,
        });
      }
    }
    if (items.length > maxChanges) {
      items.splice(0, items.length - maxChanges);
      isComplete = false;
    }
    if (entries.length < pageSize) return { items: items.toReversed(), isComplete };
  }
};
