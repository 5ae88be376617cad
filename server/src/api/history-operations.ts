import { z } from 'zod';
import { readJournal } from '../store/searches/read-journal.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { dateText, stored } from './answer.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { key } from './input.ts';
import { instancePath, instancePathType } from './instance-path.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { dateType } from './operation/answer-types.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { publicRecord } from './public-record.ts';
import { queryNumber } from './query-number.ts';

const record = z.looseObject({ type: z.string() });
const journalType = z
  .strictObject({
    items: z.array(z.strictObject({ seq: z.int(), at: dateType, command: record, records: z.array(record) })),
    lastSeq: z.int().describe('The number of the last entry that there is.'),
  })
  .meta({ id: 'Journal' });

const params = { processInstanceKey: key };
const access = needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE');

/** What happened in an instance, and where. */
export const historyOperations = ({ database }: Runtime): readonly Operation[] => {
  const find = (call: Permitted, instanceKey: number): Promise<ProcessInstanceRow> =>
    foundRow(call, database, 'process_instances', instanceKey);
  return [
    operation({
      id: 'getInstancePath',
      method: 'GET',
      path: '/ext/process-instances/{processInstanceKey}/path',
      tag: 'Events and history',
      summary: 'Read what happened where in an instance',
      params,
      answer: json(instancePathType),
      refusals: ['NOT_FOUND'],
      access,
      isLimitable: true,
      example: {
        answer: {
          elements: [{ elementId: 'book-invoice', active: 1, completed: 0, terminated: 0, incidents: 0 }],
          flows: [{ sequenceFlowId: 'approved', count: 1 }],
          waiting: [{ sequenceFlowId: 'paid', elementId: 'join', count: 1 }],
        },
      },
      run: async (call) => instancePath(database, (await find(call, call.params.processInstanceKey)).key),
    }),
    operation({
      id: 'getInstanceJournal',
      method: 'GET',
      path: '/ext/process-instances/{processInstanceKey}/journal',
      tag: 'Events and history',
      summary: 'Read the journal of an instance',
      description: 'Every accepted command with all that it caused, in order.',
      params,
      query: {
        after: queryNumber('after', 0, 0, Number.MAX_SAFE_INTEGER),
        limit: queryNumber('limit', 200, 0, 1_000),
      },
      answer: json(journalType),
      refusals: ['NOT_FOUND'],
      access,
      isLimitable: true,
      example: {
        answer: {
          items: [
            {
              seq: 2,
              at: '2030-01-31T10:00:00.000Z',
              command: { type: 'complete-job', jobKey: '1000000105', actor: null },
              records: [{ type: 'job-completed', key: '1000000105', elementInstanceKey: '1000000104' }],
            },
          ],
          lastSeq: 2,
        },
      },
      run: async (call) => {
        const { key: instanceKey, revision } = await find(call, call.params.processInstanceKey);
        const entries = await readJournal(database, instanceKey, call.query.after, Math.max(1, call.query.limit));
        return {
          items: entries.map((entry) => ({
            seq: entry.seq,
            at: dateText(entry.at_ms),
            command: publicRecord(stored(entry.command)) as z.input<typeof record>,
            records: publicRecord(stored(entry.records)) as z.input<typeof record>[],
          })),
          lastSeq: revision,
        };
      },
    }),
  ];
};
