import { z } from 'zod';
import { dateType, jsonType, keyType } from './operation/answer-types.ts';
import { scenarioExpectation } from './play-input.ts';

const foundTarget = z.strictObject({ processId: z.string(), elementId: z.string(), nth: z.int() });

export const playProblem = z
  .strictObject({
    resourceName: z.string(),
    elementId: z.string().nullable(),
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
  })
  .meta({ id: 'PlayProblem' });

const instance = z.strictObject({
  processInstanceKey: keyType,
  processId: z.string(),
  status: z.string().describe('ACTIVE, COMPLETED or TERMINATED.'),
  parentProcessInstanceKey: keyType.nullable(),
  parentElementInstanceKey: keyType.nullable().describe('The call activity that called it.'),
});

const element = z.strictObject({
  at: foundTarget,
  processInstanceKey: keyType,
  elementInstanceKey: keyType,
  elementType: z.string(),
  scopeKey: keyType.nullable(),
  loopCounter: z.int().nullable().describe('Which of the instances of a loop or multi-instance it is, from 1.'),
  calledProcessInstanceKey: keyType.nullable(),
});

const parked = z.strictObject({
  processInstanceKey: keyType,
  processId: z.string(),
  elementId: z.string(),
  flowId: z.string(),
  count: z.int(),
});

export const openKinds = ['job', 'user-task', 'timer', 'message', 'signal', 'condition', 'incident', 'ad-hoc'] as const;

const open = z.strictObject({
  kind: z.enum(openKinds),
  at: foundTarget.describe('For commands.'),
  processInstanceKey: keyType,
  elementInstanceKey: keyType,
  label: z.string().describe('The type of the job, the name of the task, message or signal, the type of the incident.'),
  detail: z.string().nullable().describe('The correlation key, the message of the incident, the event of a listener.'),
  dueAt: dateType.nullable(),
  formSchema: z.string().nullable().describe('The form of a user task, as JSON text.'),
  activities: z
    .array(z.string())
    .nullable()
    .describe('The activities of an ad-hoc sub-process that can be begun; null for everything else.'),
});

const variable = z.strictObject({
  at: foundTarget.nullable().describe('The scope; null for one that is over.'),
  processInstanceKey: keyType,
  scopeKey: keyType,
  name: z.string(),
  value: jsonType,
});

const step = z.strictObject({
  entries: z.array(
    z.strictObject({ processInstanceKey: keyType, records: z.array(z.looseObject({ type: z.string() })) }),
  ),
  isCut: z.boolean().describe('More happened than is told.'),
});

const counted = z.strictObject({ id: z.string(), count: z.int() });
export const visitedProcess = z.strictObject({
  processId: z.string(),
  elements: z.array(counted).describe('Elements that began, and how often.'),
  flows: z.array(counted).describe('Sequence flows that were taken, and how often.'),
});

const stopped = z.strictObject({
  index: z.int().describe('The command, from 0; -1 for the start.'),
  code: z.string(),
  message: z.string(),
});

export const playState = z
  .strictObject({
    now: dateType,
    processInstanceKey: keyType.nullable().describe('The instance that was started; null where none could be.'),
    status: z.string().nullable(),
    instances: z.array(instance),
    elements: z.array(element),
    parked: z.array(parked),
    open: z.array(open).describe('What waits for somebody: what can be done.'),
    variables: z.array(variable),
    elementIds: z.array(z.strictObject({ key: keyType, elementId: z.string() })),
    steps: z.array(step).describe('What happened: at the start, then by each command.'),
    recorded: scenarioExpectation.describe('How it ended: what a scenario would expect that is made of it.'),
    visited: z.array(visitedProcess),
    stopped: stopped.nullable().describe('The command that could not be done; those behind it were not tried.'),
    isGoingOn: z.boolean().describe('It does not come to rest by itself, such as a loop without a way out.'),
  })
  .meta({ id: 'PlayState' });
export type PlayState = z.input<typeof playState>;

export const playAnswer = z
  .strictObject({
    problems: z.array(playProblem).describe('Why the files cannot be played, and warnings.'),
    state: playState.nullable(),
  })
  .meta({ id: 'PlayAnswer' });
export type PlayAnswer = z.input<typeof playAnswer>;
