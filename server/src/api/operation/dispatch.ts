import type { IncomingMessage, ServerResponse } from 'node:http';
import findMyWay from 'find-my-way';
import type { Identity } from '../../identity/identity.ts';
import { anyResource } from '../../identity/permissions.ts';
import { permitFor } from '../../identity/permit.ts';
import type { Permit } from '../../identity/permit.ts';
import type { Principal } from '../../identity/principal.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { describeIssues } from '../input.ts';
import { needsOf } from './access.ts';
import type { Operation } from './operation.ts';
import { readJsonBody, readUploads } from './read-body.ts';
import { RequestCall } from './request-call.ts';
import { sendAnswer } from './send-answer.ts';
import type { Fields } from './shape.ts';

export interface DispatchOptions {
  readonly operations: readonly Operation[];
  /** Who sends a request, and the log of those who were refused. */
  readonly identity: Pick<Identity, 'authenticate' | 'isOn' | 'securityLog' | 'addressOf'>;
  /** Answers what was thrown. */
  readonly failed: (error: unknown, request: IncomingMessage, response: ServerResponse) => void;
  /** Checks every answer against its type and fails on one that does not fit; for tests. (Default: false.) */
  readonly checkAnswers?: boolean;
}

export type Dispatch = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Hands each request to its operation; `next` gets those that no operation is for. */
export const createDispatch = ({ operations, identity, failed, checkAnswers = false }: DispatchOptions): Dispatch => {
  const router = findMyWay({ caseSensitive: true, maxParamLength: 1_000 });
  for (const operation of operations)
    router.on(operation.method, operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), () => undefined, operation);
  return (request, response, next) => {
    const { url = '/', method = 'GET' } = request;
    const at = url.indexOf('?');
    const path = at < 0 ? url : url.slice(0, at);
    const found = router.find(method as 'GET', path);
    if (found === null) return isWellFormed(path) ? next() : failed(new URIError('malformed'), request, response);
    const search = at < 0 ? '' : url.slice(at + 1);
    const operation = found.store as Operation;
    const asked: Asked = { principal: null };
    answer(identity.authenticate, asked, operation, found.params, search, request, response, checkAnswers).catch(
      (error: unknown) => {
        if (identity.isOn) noteRefusal(identity, operation, asked, request, error);
        failed(error, request, response);
      },
    );
  };
};

/** Whether every escape in an address is one. */
const isWellFormed = (path: string): boolean => {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
};

/** Who turned out to ask; null as long as that is not known. */
interface Asked {
  principal: Principal | null;
}

/** Whoever was refused for what they may, or did not prove who they are: the audit log tells. */
const noteRefusal = (
  { securityLog, addressOf }: Pick<Identity, 'securityLog' | 'addressOf'>,
  { id: operation }: Operation,
  { principal }: Asked,
  request: IncomingMessage,
  error: unknown,
): void => {
  if (!(error instanceof Refusal) || !['FORBIDDEN', 'UNAUTHORIZED'].includes(error.code)) return;
  // Nobody in particular asked for a page that wants a login: that is no event.
  if (principal?.type === 'ANONYMOUS') return;
  securityLog.record({
    what: 'refused',
    isSuccess: false,
    actorType: principal?.type ?? 'ANONYMOUS',
    actorId: principal?.id ?? null,
    address: addressOf(request),
    operation,
    code: error.code,
  });
};

const answer = async (
  authenticate: Identity['authenticate'],
  asked: Asked,
  operation: Operation,
  pathParams: Readonly<Record<string, string | undefined>>,
  search: string,
  request: IncomingMessage,
  response: ServerResponse,
  checkAnswers: boolean,
): Promise<void> => {
  const found = operation.isUnattended === true ? authenticate(request, false) : authenticate(request);
  const principal = found instanceof Promise ? await found : found;
  asked.principal = principal;
  const permit = permitOf(operation, principal);
  // Before it is looked at, so that a request whose body cannot be read is not left half read.
  const sent =
    operation.body?.kind === 'multipart'
      ? await readUploads(request, response, operation.body)
      : await readJsonBody(request, response);
  const given = {
    params: readFields(operation.params, pathParams, 'path'),
    query: readFields(operation.query, readQuery(search), 'query'),
    body: operation.body?.read(sent as never),
    sent,
  };
  const call = new RequestCall(given, operation, permit, request, response);
  const result = await operation.run(call as never, { request, response });
  sendAnswer(operation, result, { request, response }, checkAnswers);
};

/** What the caller may do of an operation. Throws UNAUTHORIZED where somebody has to be known, FORBIDDEN where they may not. */
const permitOf = (operation: Operation, principal: Principal): Permit => {
  const { access, isLimitable = false, isTenantAware = isLimitable } = operation;
  if (access !== 'anyone' && principal.grants !== null && principal.type === 'ANONYMOUS')
    throw new Refusal(
      'UNAUTHORIZED',
      'Expected to know who asks. Sign in, or send an API token or a username and password in the Authorization header.',
    );
  const permit = permitFor(principal, needsOf(access));
  if (!permit.isEverywhere && !isLimitable) throw permit.refusal(anyResource);
  // What anyone may call tells nobody anything of a tenant.
  if (permit.tenants !== null && !isTenantAware && access !== 'anyone') throw permit.refusal(anyResource);
  return permit;
};

const nothing: Readonly<Record<string, string>> = {};

/** The parameters of a query: of one that comes twice the last counts. */
const readQuery = (search: string): Readonly<Record<string, string>> =>
  search === '' ? nothing : Object.fromEntries(new URLSearchParams(search));

const readFields = (
  fields: Fields | undefined,
  given: Readonly<Record<string, string | undefined>>,
  where: 'path' | 'query',
): Readonly<Record<string, unknown>> => {
  const read: Record<string, unknown> = {};
  for (const name in fields) {
    const result = fields[name]?.safeParse(Object.hasOwn(given, name) ? given[name] : undefined);
    if (result?.success === true) read[name] = result.data;
    else
      throw new Refusal(
        'INVALID_ARGUMENT',
        `The value for ${name} in the ${where} is '${given[name] ?? ''}', which is not right. ${describeIssues(result?.error.issues ?? [])}`,
      );
  }
  return read;
};
