import { z } from 'zod';
import { readJournal } from '../store/searches/read-journal.ts';
import type { ProcessInstanceRow } from '../store/tables/process-instances.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { dateText, stored } from './answer.ts';
import { foundRow } from './found-row.ts';
import type { Permitted } from './found-row.ts';
import { key, text } from './input.ts';
import { instanceMoment, instanceMomentType } from './instance-moment.ts';
import { instancePath, instancePathType } from './instance-path.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { dateType } from './operation/answer-types.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { publicRecord } from './public-record.ts';
import { queryNumber } from './query-number.ts';
import { variableHistory, variableHistoryType } from './variable-history.ts';

const record = z.looseObject({ type: z.string() });
const journalType = z
  .strictObject({
    items: z.array(z.strictObject({ seq: z.int(), at: dateType, command: record, records: z.array(record) })),
    lastSeq: z.int().describe('The number of the last entry that there is.'),
  })
  .meta({ id: 'Journal' });

const params = { processInstanceKey: key };
const entryNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, 'must be the number of a journal entry, from 1 on')
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 });
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
    operation({
      id: 'getInstanceMoment',
      method: 'GET',
      path: '/ext/process-instances/{processInstanceKey}/journal/{seq}/state',
      tag: 'Events and history',
      summary: 'Read how an instance stood at an entry of its journal',
      description:
        'The journal is replayed up to and with the entry: what was active, waited and known then, and what had been passed through.',
      params: { ...params, seq: entryNumber },
      answer: json(instanceMomentType),
      refusals: ['NOT_FOUND'],
      access,
      isLimitable: true,
      example: { answer: momentExample },
      run: async (call) => {
        const { key: instanceKey, revision } = await find(call, call.params.processInstanceKey);
        const { seq } = call.params;
        const moment = seq > revision ? null : await instanceMoment(database, instanceKey, seq);
        if (moment !== null) return moment;
        throw new Refusal(
          'NOT_FOUND',
          `Process instance '${instanceKey}' has no journal entry ${seq}: expected one from 1 to ${revision}.`,
        );
      },
    }),
    operation({
      id: 'getVariableHistory',
      method: 'GET',
      path: '/ext/process-instances/{processInstanceKey}/variable-history',
      tag: 'Events and history',
      summary: 'Read who gave variables of an instance their values, and when',
      description: 'The newest change first, 1,000 at most.',
      params,
      query: { name: text(256).optional(), scopeKey: key.optional() },
      answer: json(variableHistoryType),
      refusals: ['NOT_FOUND'],
      access,
      isLimitable: true,
      example: {
        answer: {
          items: [
            {
              seq: 3,
              at: '2030-01-31T10:00:00.000Z',
              actor: 'ana',
              command: 'set-variables',
              scopeKey: '1000000101',
              name: 'amount',
              value: '1250',
              isTruncated: false,
            },
          ],
          isComplete: true,
        },
      },
      run: async (call) =>
        variableHistory(database, (await find(call, call.params.processInstanceKey)).key, call.query),
    }),
  ];
};

const momentExample: z.input<typeof instanceMomentType> = {
  seq: 2,
  at: '2030-01-31T10:00:00.000Z',
  command: { type: 'complete-job', jobKey: '1000000105', actor: null },
  state: 'ACTIVE',
  processDefinitionKey: '1000000001',
  path: {
    elements: [{ elementId: 'approve', active: 1, completed: 0, terminated: 0, incidents: 0 }],
    flows: [{ sequenceFlowId: 'to-approve', count: 1 }],
    waiting: [],
  },
  elementInstances: [
    {
      elementInstanceKey: '1000000106',
      elementId: 'approve',
      scopeKey: '1000000101',
      startDate: '2030-01-31T10:00:00.000Z',
      loopCounter: null,
      job: null,
      userTask: { userTaskKey: '1000000107', assignee: null },
      incident: null,
      calledProcessInstanceKey: null,
      waits: [],
    },
  ],
  variables: [{ name: 'amount', scopeKey: '1000000101', value: '1250', isTruncated: false, isNews: false }],
  isComplete: true,
};
