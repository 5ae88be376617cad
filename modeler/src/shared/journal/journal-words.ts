import type { JournalEntry } from '../../api/process-instances';

type JournalRecord = JournalEntry['records'][number];

/** What a line of the history is about, for its icon and color. */
export type HistoryTone = 'start' | 'done' | 'work' | 'wait' | 'data' | 'trouble' | 'ended' | 'neutral';

/** One line of the history. */
export interface HistoryLine {
  readonly tone: HistoryTone;
  readonly text: string;
  /** More, such as an error message or a value; shown smaller. */
  readonly detail: string | null;
  /** The element that it is about, for the link to the diagram. */
  readonly elementId: string | null;
}

/** What the words need beside the records: which element a key is, and how it is called. */
export interface HistoryNames {
  /** Element id of an element instance key; null where it is not known. */
  readonly elementOf: (elementInstanceKey: string) => string | null;
  /** Key of the process instance: the outermost scope. */
  readonly rootKey: string;
  /** Name of an element; its id where it has none. */
  readonly nameOf: (elementId: string) => string;
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';

const short = (value: unknown): string => {
  const json = JSON.stringify(value) ?? 'null';
  return json.length > 160 ? `${json.slice(0, 159)}…` : json;
};

const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });
const when = (ms: unknown): string => (typeof ms === 'number' ? moment.format(ms) : 'a later time');

/** Records that only the engine needs: what they lead to is told by others of the same step. */
const untold = new Set([
  'element-activating',
  'element-completing',
  'element-triggered',
  'sequence-flow-taken',
  'tokens-consumed',
  'tokens-discarded',
  'step-suspended',
  'step-resumed',
  'job-canceled',
  'timer-canceled',
  'message-subscription-closed',
  'signal-subscription-closed',
  'evaluation-ended',
  'condition-subscription-closed',
  'condition-evaluated',
  'gathered-events-cleared',
  'gateway-reset-awaited',
  'gateway-reset',
  'loop-instance-created',
  'loop-instance-completed',
  'loop-output-set',
  'ad-hoc-activity-begun',
  'compensation-triggered',
  'compensation-started',
  'compensations-discarded',
  'listeners-finished',
]);

type Words = readonly [tone: HistoryTone, text: string, detail?: string | null];

/** Where a variable belongs, when not to the whole instance. */
function scopeWords(record: JournalRecord, names: HistoryNames): string {
  const scopeKey = text(record['scopeKey']);
  if (scopeKey === '' || scopeKey === names.rootKey) return '';
  const elementId = names.elementOf(scopeKey);
  return elementId === null ? ' for one element' : ` for ${names.nameOf(elementId)}`;
}

function wordsOf(record: JournalRecord, at: string, names: HistoryNames): Words | null {
  switch (record.type) {
    case 'process-instance-created':
      return ['start', 'The instance was started', `version ${text(record['version'])}`];
    case 'process-instance-completed':
      return ['done', 'The instance was completed'];
    case 'process-instance-terminated':
      return ['ended', 'The instance was canceled'];
    case 'process-instance-suspended':
      return ['wait', 'The instance was suspended'];
    case 'process-instance-resumed':
      return ['work', 'The instance went on'];
    case 'business-id-assigned':
      return ['data', 'The instance got its business id', text(record['businessId'])];
    case 'process-instance-migrated':
      return ['data', `The instance went on by ${text(record['processId'])}`, `version ${text(record['version'])}`];
    case 'element-activated':
      return ['work', `${at} began`];
    case 'element-completed':
      return ['done', `${at} was completed`];
    case 'element-terminated':
      return ['ended', `${at} was ended early`];
    case 'token-parked':
      return ['wait', `A token waits at ${at} for the others`];
    case 'variable-set':
      return ['data', `${text(record['name'])} was set${scopeWords(record, names)}`, short(record['value'])];
    case 'job-created':
      return [
        'wait',
        `${at} waits for a worker of “${text(record['jobType'])}”`,
        `${text(record['retries'])} attempts`,
      ];
    case 'job-completed':
      return ['work', `A worker finished its job at ${at}`];
    case 'job-failed':
      return [
        'trouble',
        `A worker failed at ${at}; ${record['retries'] === 0 ? 'no attempts are left' : `${text(record['retries'])} left`}`,
        text(record['errorMessage']),
      ];
    case 'job-error-thrown':
      return [
        'trouble',
        `A worker threw the error ${text(record['errorCode'])} at ${at}`,
        text(record['errorMessage']),
      ];
    case 'job-retries-updated':
      return ['neutral', `The attempts of the job at ${at} were set to ${text(record['retries'])}`];
    case 'job-reopened':
      return ['wait', `The job at ${at} is offered to workers again`];
    case 'user-task-created':
      return [
        'wait',
        `The task ${at} was created`,
        record['assignee'] === null ? 'for everybody' : `for ${text(record['assignee'])}`,
      ];
    case 'user-task-assigned':
      return record['assignee'] === null
        ? ['neutral', `${at} was given back`]
        : ['neutral', `${at} was assigned to ${text(record['assignee'])}`];
    case 'user-task-updated':
      return ['neutral', `${at} was changed`, short(record['changes'])];
    case 'user-task-completed':
      return ['work', `${at} was filled in`];
    case 'user-task-canceled':
      return ['ended', `The task ${at} was called off`];
    case 'timer-scheduled':
      return ['wait', `A timer was set at ${at}`, `due ${when(record['dueMs'])}`];
    case 'timer-fired':
      return ['work', `The timer at ${at} went off`];
    case 'message-subscription-opened':
      return [
        'wait',
        `${at} waits for the message “${text(record['messageName'])}”`,
        `correlation key ${text(record['correlationKey'])}`,
      ];
    case 'message-correlated':
      return ['work', `A message reached ${at}`];
    case 'signal-subscription-opened':
      return ['wait', `${at} waits for the signal “${text(record['signalName'])}”`];
    case 'signal-caught':
      return ['work', `A signal reached ${at}`];
    case 'incident-raised':
      return ['trouble', `An incident stopped ${at}`, text(record['message'])];
    case 'incident-resolved':
      return ['neutral', `The incident at ${at} was resolved`];
    case 'process-called':
      return [
        'work',
        `${at} called the process ${text(record['processId'])}`,
        `instance ${text(record['calledInstanceKey'])}`,
      ];
    case 'evaluation-requested':
      return ['work', `${at} asked for a decision`];
    default:
      return wordsOfScopes(record, at);
  }
}

/** Conditions, loops, compensation, listeners, ad-hoc sub-processes. */
function wordsOfScopes(record: JournalRecord, at: string): Words {
  switch (record.type) {
    case 'element-terminating':
      return ['ended', `${at} was canceled; its listeners hear of it`];
    case 'condition-subscription-opened':
      return ['wait', `${at} waits for its condition`];
    case 'condition-met':
      return ['work', `The condition at ${at} became true`];
    case 'event-gathered':
      return ['work', `One of the events that ${at} waits for happened`];
    case 'scope-interrupted':
      return ['ended', `${at} took over; everything else in its scope ends`];
    case 'loop-started':
      return typeof record['total'] === 'number'
        ? ['work', 'A repeated activity began', `${text(record['total'])} times`]
        : ['work', 'A repeated activity began'];
    case 'compensation-registered':
      return ['neutral', `${at} can be compensated from now on`];
    case 'compensation-completed':
      return ['done', 'A completed activity was compensated'];
    case 'listener-started':
      return ['wait', `${at} waits for a listener of “${text(record['event'])}”`];
    case 'ad-hoc-activities-queued':
      return ['work', 'Activities of an ad-hoc sub-process begin'];
    case 'ad-hoc-condition-fulfilled':
      return ['done', 'The completion condition of an ad-hoc sub-process holds'];
    default:
      return ['neutral', record.type.replaceAll('-', ' ')];
  }
}

function elementOf(record: JournalRecord, names: HistoryNames): string | null {
  const direct = record['targetId'] ?? record['elementId'];
  if (typeof direct === 'string') return direct;
  const key = text(record['elementInstanceKey']) || (record.type.startsWith('element-') ? text(record['key']) : '');
  return key === '' ? null : names.elementOf(key);
}

/** The records of one step as lines that people read, in their order. */
export function historyLines(entry: Pick<JournalEntry, 'records'>, names: HistoryNames): readonly HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const record of entry.records) {
    if (untold.has(record.type)) continue;
    const elementId = elementOf(record, names);
    const at = elementId === null ? 'an element' : names.nameOf(elementId);
    const words = wordsOf(record, at, names);
    if (words === null) continue;
    const [tone, sentence, detail = null] = words;
    lines.push({ tone, text: sentence, detail: detail === '' ? null : detail, elementId });
  }
  return lines;
}

const commands: Readonly<Record<string, string>> = {
  'create-instance': 'Start',
  'cancel-instance': 'Cancel',
  'terminate-called-instance': 'Ended by its caller',
  'complete-job': 'Job completed',
  'fail-job': 'Job failed',
  'throw-job-error': 'Error thrown',
  'update-job-retries': 'Attempts changed',
  'assign-user-task': 'Assignment',
  'update-user-task': 'Task changed',
  'complete-user-task': 'Task completed',
  'fire-timer': 'Timer',
  'correlate-message': 'Message',
  'catch-signal': 'Signal',
  'set-variables': 'Variables changed',
  'resolve-incident': 'Incident resolved',
  'continue-step': 'Going on',
  'complete-call': 'Called process completed',
  'fail-call': 'Call failed',
  'throw-called-error': 'Error from a called process',
  'throw-called-escalation': 'Escalation from a called process',
  'report-uncaught-error': 'Nobody caught the error',
  'activate-ad-hoc-activities': 'Activities begun',
  'modify-instance': 'Modified by hand',
  'migrate-instance': 'Migrated',
  'suspend-instance': 'Suspended',
  'resume-instance': 'Resumed',
  'assign-business-id': 'Business id given',
  'complete-evaluation': 'Evaluated',
  'fail-evaluation': 'Evaluation failed',
};

/** What caused a step, in two or three words. */
export function commandWords(type: string): string {
  return commands[type] ?? type.replaceAll('-', ' ');
}
