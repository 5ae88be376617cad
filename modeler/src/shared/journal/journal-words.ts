import type { JournalEntry } from '../../api/process-instances';
import { language, t } from '../../language/texts';

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

const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
const when = (ms: unknown): string => (typeof ms === 'number' ? moment.format(ms) : t('a later time'));

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

/** That a variable was set, and where, when not for the whole instance. */
function variableWords(record: JournalRecord, names: HistoryNames): string {
  const name = text(record['name']);
  const scopeKey = text(record['scopeKey']);
  if (scopeKey === '' || scopeKey === names.rootKey) return t('{{name}} was set', { name });
  const elementId = names.elementOf(scopeKey);
  return elementId === null
    ? t('{{name}} was set for one element', { name })
    : t('{{name}} was set for {{element}}', { name, element: names.nameOf(elementId) });
}

function wordsOf(record: JournalRecord, at: string, names: HistoryNames): Words | null {
  switch (record.type) {
    case 'process-instance-created':
      return ['start', t('The instance was started'), t('version {{version}}', { version: text(record['version']) })];
    case 'process-instance-completed':
      return ['done', t('The instance was completed')];
    case 'process-instance-terminated':
      return ['ended', t('The instance was canceled')];
    case 'process-instance-suspended':
      return ['wait', t('The instance was suspended')];
    case 'process-instance-resumed':
      return ['work', t('The instance went on')];
    case 'business-id-assigned':
      return ['data', t('The instance got its business id'), text(record['businessId'])];
    case 'process-instance-migrated':
      return [
        'data',
        t('The instance went on by {{processId}}', { processId: text(record['processId']) }),
        t('version {{version}}', { version: text(record['version']) }),
      ];
    case 'element-activated':
      return ['work', t('{{at}} began', { at })];
    case 'element-completed':
      return ['done', t('{{at}} was completed', { at })];
    case 'element-terminated':
      return ['ended', t('{{at}} was ended early', { at })];
    case 'token-parked':
      return ['wait', t('A token waits at {{at}} for the others', { at })];
    case 'variable-set':
      return ['data', variableWords(record, names), short(record['value'])];
    case 'job-created':
      return [
        'wait',
        t('{{at}} waits for a worker of “{{jobType}}”', { at, jobType: text(record['jobType']) }),
        t('{{count}} attempts', { count: Number(record['retries']) }),
      ];
    case 'job-completed':
      return ['work', t('A worker finished its job at {{at}}', { at })];
    case 'job-failed':
      return [
        'trouble',
        record['retries'] === 0
          ? t('A worker failed at {{at}}; no attempts are left', { at })
          : t('A worker failed at {{at}}; {{retries}} left', { at, retries: text(record['retries']) }),
        text(record['errorMessage']),
      ];
    case 'job-error-thrown':
      return [
        'trouble',
        t('A worker threw the error {{errorCode}} at {{at}}', { errorCode: text(record['errorCode']), at }),
        text(record['errorMessage']),
      ];
    case 'job-retries-updated':
      return [
        'neutral',
        t('The attempts of the job at {{at}} were set to {{retries}}', { at, retries: text(record['retries']) }),
      ];
    case 'job-reopened':
      return ['wait', t('The job at {{at}} is offered to workers again', { at })];
    case 'user-task-created':
      return [
        'wait',
        t('The task {{at}} was created', { at }),
        record['assignee'] === null
          ? t('for everybody')
          : t('for {{assignee}}', { assignee: text(record['assignee']) }),
      ];
    case 'user-task-assigned':
      return record['assignee'] === null
        ? ['neutral', t('{{at}} was given back', { at })]
        : ['neutral', t('{{at}} was assigned to {{assignee}}', { at, assignee: text(record['assignee']) })];
    case 'user-task-updated':
      return ['neutral', t('{{at}} was changed', { at }), short(record['changes'])];
    case 'user-task-completed':
      return ['work', t('{{at}} was filled in', { at })];
    case 'user-task-canceled':
      return ['ended', t('The task {{at}} was called off', { at })];
    case 'timer-scheduled':
      return ['wait', t('A timer was set at {{at}}', { at }), t('due {{dueMs}}', { dueMs: when(record['dueMs']) })];
    case 'timer-fired':
      return ['work', t('The timer at {{at}} went off', { at })];
    case 'message-subscription-opened':
      return [
        'wait',
        t('{{at}} waits for the message “{{messageName}}”', { at, messageName: text(record['messageName']) }),
        t('correlation key {{correlationKey}}', { correlationKey: text(record['correlationKey']) }),
      ];
    case 'message-correlated':
      return ['work', t('A message reached {{at}}', { at })];
    case 'signal-subscription-opened':
      return [
        'wait',
        t('{{at}} waits for the signal “{{signalName}}”', { at, signalName: text(record['signalName']) }),
      ];
    case 'signal-caught':
      return ['work', t('A signal reached {{at}}', { at })];
    case 'incident-raised':
      return ['trouble', t('An incident stopped {{at}}', { at }), text(record['message'])];
    case 'incident-resolved':
      return ['neutral', t('The incident at {{at}} was resolved', { at })];
    case 'process-called':
      return [
        'work',
        t('{{at}} called the process {{processId}}', { at, processId: text(record['processId']) }),
        t('instance {{key}}', { key: text(record['calledInstanceKey']) }),
      ];
    case 'evaluation-requested':
      return ['work', t('{{at}} asked for a decision', { at })];
    default:
      return wordsOfScopes(record, at);
  }
}

/** Conditions, loops, compensation, listeners, ad-hoc sub-processes. */
function wordsOfScopes(record: JournalRecord, at: string): Words {
  switch (record.type) {
    case 'element-terminating':
      return ['ended', t('{{at}} was canceled; its listeners hear of it', { at })];
    case 'condition-subscription-opened':
      return ['wait', t('{{at}} waits for its condition', { at })];
    case 'condition-met':
      return ['work', t('The condition at {{at}} became true', { at })];
    case 'event-gathered':
      return ['work', t('One of the events that {{at}} waits for happened', { at })];
    case 'scope-interrupted':
      return ['ended', t('{{at}} took over; everything else in its scope ends', { at })];
    case 'loop-started':
      return typeof record['total'] === 'number'
        ? ['work', t('A repeated activity began'), t('{{total}} times', { total: text(record['total']) })]
        : ['work', t('A repeated activity began')];
    case 'compensation-registered':
      return ['neutral', t('{{at}} can be compensated from now on', { at })];
    case 'compensation-completed':
      return ['done', t('A completed activity was compensated')];
    case 'listener-started':
      return ['wait', t('{{at}} waits for a listener of “{{event}}”', { at, event: text(record['event']) })];
    case 'ad-hoc-activities-queued':
      return ['work', t('Activities of an ad-hoc sub-process begin')];
    case 'ad-hoc-condition-fulfilled':
      return ['done', t('The completion condition of an ad-hoc sub-process holds')];
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
    const at = elementId === null ? t('an element') : names.nameOf(elementId);
    const words = wordsOf(record, at, names);
    if (words === null) continue;
    const [tone, sentence, detail = null] = words;
    lines.push({ tone, text: sentence, detail: detail === '' ? null : detail, elementId });
  }
  return lines;
}

const commands: Readonly<Record<string, string>> = {
  'create-instance': t('Started'),
  'cancel-instance': t('Canceled'),
  'terminate-called-instance': t('Ended by its caller'),
  'complete-job': t('Job completed'),
  'fail-job': t('Job failed'),
  'throw-job-error': t('Error thrown'),
  'update-job-retries': t('Attempts changed'),
  'assign-user-task': t('Assignment'),
  'update-user-task': t('Task changed'),
  'complete-user-task': t('Task completed'),
  'fire-timer': t('Timer'),
  'correlate-message': t('Message'),
  'catch-signal': t('Signal'),
  'set-variables': t('Variables changed'),
  'resolve-incident': t('Incident resolved'),
  'continue-step': t('Going on'),
  'complete-call': t('Called process completed'),
  'fail-call': t('Call failed'),
  'throw-called-error': t('Error from a called process'),
  'throw-called-escalation': t('Escalation from a called process'),
  'report-uncaught-error': t('Nobody caught the error'),
  'activate-ad-hoc-activities': t('Activities begun'),
  'modify-instance': t('Modified by hand'),
  'migrate-instance': t('Migrated'),
  'suspend-instance': t('Suspended'),
  'resume-instance': t('Resumed'),
  'assign-business-id': t('Business id given'),
  'complete-evaluation': t('Evaluated'),
  'fail-evaluation': t('Evaluation failed'),
};

/** What caused a step, in two or three words. */
export function commandWords(type: string): string {
  return commands[type] ?? type.replaceAll('-', ' ');
}
