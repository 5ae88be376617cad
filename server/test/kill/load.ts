import { fixture, serviceModel } from '../fixture.ts';
import { pause } from '../test-worker.ts';

/** Everything that servers have said yes to, over all their lives. */
export interface Acknowledged {
  /** Keys of started instances by the idempotency key of their start. */
  readonly started: Map<string, string>;
  readonly completedJobs: Set<string>;
  /** Correlation keys of published messages somebody waited for. */
  readonly messages: Set<string>;
  /** Idempotency keys of starts that got no answer: they may or may not have happened. */
  readonly unknown: Set<string>;
  /** Answers that no fault explains. */
  readonly surprises: string[];
}

export const nothingAcknowledged = (): Acknowledged => ({
  started: new Map(),
  completedJobs: new Set(),
  messages: new Set(),
  unknown: new Set(),
  surprises: [],
});

/** How long a client waits for an answer, milliseconds: a paused server gives none. */
const patienceMs = 10_000;

/** An answer that is a refusal. */
class Refused extends Error {
  readonly status: number;
  constructor(path: string, status: number, text: string) {
    super(`${path}: ${status} ${text}`);
    this.status = status;
  }
}

export const post = async (
  address: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},

  // oxlint-disable-next-line typescript/no-explicit-any -- a test states what it expects of the body
): Promise<any> => {
  const response = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await response.text();
  if (response.status >= 400) throw new Refused(path, response.status, text);
  return text === '' ? null : JSON.parse(text);
};

/** Deploys what the clients start. */
export const deployLoad = async (address: string): Promise<void> => {
  const form = new FormData();
  const files = [serviceModel('kill-service', 'kill-job'), fixture('parallel-gateway'), fixture('catch-message')];
  for (const { name, content } of files) form.append('resources', new Blob([new Uint8Array(content)]), name);
  const answer = await fetch(`${address}/v2/deployments`, { method: 'POST', body: form });
  if (answer.status !== 200) throw new Error(`Expected to deploy, found ${answer.status}: ${await answer.text()}`);
};

/** The start that a key stands for: the same when it is repeated. Keys end in a number. */
export const startOf = (key: string): { readonly processDefinitionId: string; readonly businessId: string } => {
  const numbers = key.match(/\d+/g)?.map(Number) ?? [];
  const sum = numbers.reduce((total, each) => total + each, 0);
  const processDefinitionId = ['kill-service', 'parallel-gateway', 'catch-message'][sum % 3] ?? '';
  return { processDefinitionId, businessId: key, ...{ variables: { orderId: key, n: numbers.at(-1) ?? 0 } } };
};

/** Starts, works and publishes until it is over, and remembers what was acknowledged. Each round goes to the next server that there is. */
export const client = async (
  addressOf: (round: number) => string,
  isOver: () => boolean,
  id: string,
  known: Acknowledged,
): Promise<void> => {
  for (let round = 0; !isOver(); round += 1) {
    try {
      await oneRound(addressOf(round), `${id}-${round}`, known);
    } catch (error) {
      // No connection, no answer, or a server that says that it cannot: all to be expected here. Anything else is not.
      if (error instanceof Refused && error.status !== 503) known.surprises.push(error.message);
      await pause(isUnheard(error) ? 100 : 20);
    }
  }
};

/** Whether nobody can have got the request. */
const isUnheard = (error: unknown): boolean =>
  ((error as Error).cause as { readonly code?: string } | undefined)?.code === 'ECONNREFUSED';

const oneRound = async (address: string, key: string, known: Acknowledged): Promise<void> => {
  const start = startOf(key);
  const started = await post(address, '/v2/process-instances', start, { 'idempotency-key': key }).catch(
    (error: unknown) => {
      if (!isUnheard(error)) known.unknown.add(key);
      throw error;
    },
  );
  known.started.set(key, started.processInstanceKey);
  await post(address, '/v2/messages/publication', { name: 'paid', correlationKey: key, timeToLive: 60_000 });
  if (start.processDefinitionId === 'catch-message') known.messages.add(key);
  for (const type of ['kill-job', 'a', 'b', 'c']) {
    const poll = { type, timeout: 1_000, maxJobsToActivate: 3, requestTimeout: -1 };
    const { jobs } = await post(address, '/v2/jobs/activation', poll);
    for (const { jobKey } of jobs) {
      // A lock may have run out while we were slow; then somebody else may have completed the job.
      const isDone = await completeJob(address, jobKey, key);
      if (isDone) known.completedJobs.add(jobKey);
    }
  }
};

/** False when the job is not there any more. */
const completeJob = async (address: string, jobKey: string, by: string): Promise<boolean> => {
  try {
    await post(address, `/v2/jobs/${jobKey}/completion`, { variables: { by } });
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return false;
    throw error;
  }
};
