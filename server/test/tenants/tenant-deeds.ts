import fc from 'fast-check';
import { serviceModel } from '../fixture.ts';
import {
  answerDecision,
  calledModel,
  callingModel,
  conditionalModel,
  everythingModel,
  signaledModel,
  titledForm,
} from './tenant-server.ts';
import type { Member } from './tenant-server.ts';

/** Something that somebody does in their tenant; answers what they are told. */
export type Deed = (member: Member) => Promise<unknown>;

const told = async (asked: Promise<{ readonly status: number; readonly body: unknown }>): Promise<unknown> => {
  const { status, body } = await asked;
  return [status, body];
};

/** The first of what a search finds, by the key that it has. */
const firstOf = async (member: Member, what: string, field: string, filter: object): Promise<string> =>
  ((await member.find(what, filter))[0]?.[field] as string | undefined) ?? '1';

const files = [
  everythingModel,
  callingModel,
  calledModel,
  conditionalModel,
  signaledModel,
  titledForm('one'),
  titledForm('two'),
];
const processes = ['everything', 'called', 'everything', 'versions'];

/** Without this most of what can be done would do nothing. */
export const deployAll: Deed = (member) =>
  told(member.deploy(...files.slice(0, 6), serviceModel('versions', 'work-0'), answerDecision('answer')));
const pick = fc.nat({ max: 99 });
/** Few names, so that those of two tenants meet. */
const from = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const activated = (member: Member, type: string) =>
  member.post('/v2/jobs/activation', {
    type,
    worker: 'w',
    timeout: 600_000,
    maxJobsToActivate: 2,
    requestTimeout: -1,
    tenantIds: [member.tenantId],
  });

/** All that can be done; `n` chooses names and values. */
const kinds: readonly ((n: number) => Deed)[] = [
  (n) => (member) => told(member.deploy(from(files, n))),
  (n) => (member) => told(member.deploy(serviceModel('versions', `work-${n % 3}`))),
  (n) => (member) => told(member.deploy(answerDecision(`answer ${n % 3}`))),
  (n) => (member) =>
    told(
      member.post('/v2/process-instances', {
        processDefinitionId: from(processes, n),
        variables: { key: `k${n % 2}` },
        businessId: `b${n % 2}`,
        tenantId: member.tenantId,
      }),
    ),
  (n) => (member) =>
    told(
      member.post('/v2/messages/publication', {
        name: from(['begin', 'heard'], n),
        correlationKey: `k${n % 2}`,
        timeToLive: n % 3 === 0 ? 0 : 600_000,
        messageId: n % 5 === 0 ? 'same' : '',
        tenantId: member.tenantId,
      }),
    ),
  (n) => (member) =>
    told(
      member.post('/v2/messages/correlation', {
        name: 'heard',
        correlationKey: `k${n % 2}`,
        tenantId: member.tenantId,
      }),
    ),
  (n) => (member) =>
    told(member.post('/v2/signals/broadcast', { signalName: from(['all', 'seen'], n), tenantId: member.tenantId })),
  (n) => (member) =>
    told(member.post('/v2/conditionals/evaluation', { variables: { amount: n }, tenantId: member.tenantId })),
  (n) => async (member) => {
    const answer = await activated(member, from(['work', 'called', 'signaled', 'work-0', 'fail'], n));
    const [job] = answer.body.jobs as { jobKey: string }[];
    const done =
      job === undefined ? null : await told(member.post(`/v2/jobs/${job.jobKey}/completion`, { variables: { n } }));
    return [answer.body, done];
  },
  () => async (member) => {
    const [job] = (await activated(member, 'fail')).body.jobs as { jobKey: string }[];
    return told(member.post(`/v2/jobs/${job?.jobKey ?? '1'}/failure`, { retries: 0, errorMessage: 'no' }));
  },
  (n) => async (member) => {
    const task = await firstOf(member, 'user-tasks', 'userTaskKey', { state: 'CREATED' });
    return told(member.post(`/v2/user-tasks/${task}/completion`, { variables: { n } }));
  },
  () => async (member) => {
    const key = await firstOf(member, 'process-instances', 'processInstanceKey', { state: 'ACTIVE' });
    return told(member.post(`/v2/process-instances/${key}/cancellation`));
  },
  (n) => async (member) => {
    const key = await firstOf(member, 'process-instances', 'processInstanceKey', { state: 'ACTIVE' });
    return told(member.request('PUT', `/v2/element-instances/${key}/variables`, { variables: { n } }));
  },
  () => async (member) => {
    const key = await firstOf(member, 'process-definitions', 'processDefinitionKey', {
      processDefinitionId: 'versions',
    });
    return told(member.post(`/v2/resources/${key}/deletion`));
  },
  (n) => (member) => {
    const path = `/v2/cluster-variables/tenants/${member.tenantId}`;
    return told(member.post(path, { name: `V${n % 2}`, value: n }));
  },
  (n) => (member) =>
    told(
      member.post('/v2/decision-definitions/evaluation', {
        decisionDefinitionId: 'answer',
        variables: { n },
        tenantId: member.tenantId,
      }),
    ),
  (n) => (member) =>
    told(
      member.request(
        'POST',
        '/v2/process-instances',
        { processDefinitionId: 'called', tenantId: member.tenantId },
        { 'idempotency-key': `once-${n % 2}` },
      ),
    ),
];

/** Any deed, small ones first where a failing example is made smaller. */
export const anyDeed: fc.Arbitrary<{ readonly kind: number; readonly n: number }> = fc.record({
  kind: fc.nat({ max: kinds.length - 1 }),
  n: pick,
});

export const deedOf = ({ kind, n }: { readonly kind: number; readonly n: number }): Deed => from(kinds, kind)(n);

const searches = [
  'process-definitions',
  'process-instances',
  'element-instances',
  'variables',
  'jobs',
  'user-tasks',
  'incidents',
  'message-subscriptions',
  'correlated-message-subscriptions',
  'decision-definitions',
  'decision-requirements',
  'decision-instances',
  'cluster-variables',
  'batch-operations',
];
const numbers = [
  '/ext/overview',
  '/v2/jobs/statistics/global',
  '/v2/system/usage-metrics?startTime=2000-01-01T00:00:00Z&endTime=2100-01-01T00:00:00Z&withTenants=true',
];

/** Everything that somebody can see of their tenant. */
export const allSeen = async (member: Member): Promise<unknown> => {
  const found = await Promise.all(
    searches.map((what) => member.post(`/v2/${what}/search`, { page: { limit: 1_000 } })),
  );
  const counted = await Promise.all(numbers.map((path) => member.get(path)));
  const running = await member.post('/v2/process-definitions/statistics/process-instances');
  const waiting = await member.post('/v2/element-instances/wait-states/search');
  const drafts = await member.get('/ext/drafts');
  const errors = await member.post('/v2/incidents/statistics/process-instances-by-error');
  return [...found, ...counted, running, waiting, drafts, errors].map(({ status, body }) => [status, body as unknown]);
};

const key = /(?<![\w.])\d{10}(?:-\d+)?(?![\w.])/g;
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|(?<=:)\d{13}(?=[,}])/g;

/** The same text for the same things: keys by the order in which they are met, times all alike, the tenant without its name; cursors hold both. */
export const normalized = (seen: unknown, tenantId: string): string => {
  const keys = new Map<string, string>();
  return JSON.stringify(seen, (name, value: unknown) => (name.endsWith('Cursor') && value !== null ? 'cursor' : value))
    .replaceAll(tenantId, 'TENANT')
    .replaceAll(time, 'TIME')
    .replaceAll(key, (each) => {
      if (!keys.has(each)) keys.set(each, `KEY${keys.size + 1}`);
      return keys.get(each) ?? each;
    });
};
