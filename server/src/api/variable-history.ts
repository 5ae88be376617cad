import type { JournalRecord } from '@baton/engine';
import { z } from 'zod';
import type { Database } from '../store/database.ts';
import { journalPages } from '../store/searches/read-journal.ts';
import { dateText, keyText, stored } from './answer.ts';
import { cutValue } from './cut-value.ts';
import { dateType, keyType } from './operation/answer-types.ts';

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
  for await (const entries of journalPages(database, processInstanceKey)) {
    for (const entry of entries) {
      const command = stored<{ readonly type: string; readonly actor?: string | null }>(entry.command);
      for (const record of stored<JournalRecord[]>(entry.records)) {
        if (record.type !== 'variable-set') continue;
        if ((name ?? record.name) !== record.name || (scopeKey ?? record.scopeKey) !== record.scopeKey) continue;
        items.push({
          seq: entry.seq,
          at: dateText(entry.at_ms),
          actor: command.actor ?? null,
          command: command.type,
          scopeKey: keyText(record.scopeKey),
          name: record.name,
          ...cutValue(JSON.stringify(record.value)),
        });
      }
    }
    if (items.length > maxChanges) {
      items.splice(0, items.length - maxChanges);
      isComplete = false;
    }
  }
  return { items: items.toReversed(), isComplete };
};
