import { z } from 'zod';
import { issueTokenTask, revokeTokenTask } from '../../identity/api-tokens.ts';
import { mayEverywhere } from '../../identity/permit.ts';
import type { Permit } from '../../identity/permit.ts';
import { isScope } from '../../identity/scopes.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { apiTokenPlan } from '../../store/searches/identity-plans.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { Field, Filter } from '../../store/searches/search-plan.ts';
import type { ApiTokenRow } from '../../store/tables/api-tokens.ts';
import { dateTextOrNull, dateText } from '../answer.ts';
import { readDate, text } from '../input.ts';
import { needs } from '../operation/access.ts';
import { created, json, nothing } from '../operation/answer-kinds.ts';
import { dateType, pageOf } from '../operation/answer-types.ts';
import { body, searchBody } from '../operation/body-kinds.ts';
import { onePage } from '../operation/examples.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { submit } from '../operation/submit.ts';
import { searchAnswer } from '../search/read-search.ts';
import { entityId } from './names.ts';

const tokenType = z
  .strictObject({
    tokenId: z.string(),
    name: z.string(),
    ownerType: z.enum(['USER', 'CLIENT']),
    ownerId: z.string(),
    scopes: z.array(z.string()),
    creationDate: dateType,
    createdBy: z.string().nullable(),
    expiresAt: dateType.nullable(),
  })
  .meta({ id: 'ApiToken' });
const issuedType = z
  .strictObject({ ...tokenType.shape, token: z.string().describe('The token. It is shown this once.') })
  .meta({ id: 'IssuedApiToken' });

const wanted = z.strictObject({
  name: text(200).min(1),
  clientId: entityId.nullish().describe('The client that it is for; without, it is for the caller.'),
  scopes: z
    .array(text(200).refine(isScope, 'must be RESOURCE_TYPE:PERMISSION, each of them may be *'))
    .max(50)
    .nullish()
    .describe('What it may at most do of what its owner may; none for no limit.'),
  expiresAt: text(40)
    .refine((value) => readDate(value) !== null, 'must be a date-time such as 2031-01-31T12:00:00Z')
    .nullish(),
});

const answer = (row: ApiTokenRow): z.input<typeof tokenType> => ({
  tokenId: row.token_id,
  name: row.name,
  ownerType: row.owner_type as 'USER' | 'CLIENT',
  ownerId: row.owner_id,
  scopes: JSON.parse(row.scopes) as string[],
  creationDate: dateText(row.created_ms),
  createdBy: row.created_by,
  expiresAt: dateTextOrNull(row.expires_ms),
});
const example: z.input<typeof tokenType> = {
  tokenId: '3f2a9c51d07be684',
  name: 'Invoice worker',
  ownerType: 'CLIENT',
  ownerId: 'invoice-worker',
  scopes: ['PROCESS_DEFINITION:*'],
  creationDate: '2030-01-31T10:00:00.000Z',
  createdBy: 'mia',
  expiresAt: '2031-01-31T10:00:00.000Z',
};

/** Whether the caller administers users, and so the tokens of others. */
const isAdministrator = ({ principal }: Permit): boolean => mayEverywhere(principal, [needs('USER', 'UPDATE')]);

/** The caller's own tokens, unless they administer all. */
const ownOnly = (filter: Filter, { principal }: Permit): Filter => ({
  ...filter,
  conditions: [
    ...filter.conditions,
    { field: apiTokenPlan.fields['ownerType'] as Field, operator: 'eq', value: [principal.type] },
    { field: apiTokenPlan.fields['ownerId'] as Field, operator: 'eq', value: principal.id },
  ],
});

const tag = 'Identity';

/** API tokens: secrets by which programs say who they are. */
export const tokenOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    operation({
      id: 'createToken',
      method: 'POST',
      path: '/ext/tokens',
      tag,
      summary: 'Make an API token',
      description:
        'For the caller, or by an administrator for a client, whose OAuth client secret it is too. Send it as `Authorization: Bearer …`. Not repeatable: its secret is in the answer only.',
      body: body(wanted),
      answer: created(issuedType),
      access: 'signed-in',
      isTenantAware: true,
      example: {
        body: { name: 'Invoice worker', clientId: 'invoice-worker', expiresAt: '2031-01-31T10:00:00Z' },
        answer: { ...example, token: 'baton_3f2a9c51d07be684_…' },
      },
      run: async (call) => {
        const { body: input, permit } = call;
        const { principal } = permit;
        const { clientId = null } = input;
        if (clientId !== null && !isAdministrator(permit))
          throw new Refusal('FORBIDDEN', 'Expected an administrator (UPDATE on USER) to make a token for a client.');
        if (clientId === null && (principal.type === 'ANONYMOUS' || principal.id === null))
          throw new Refusal('INVALID_ARGUMENT', `'clientId': must be given where nobody is signed in.`);
        // A token that makes tokens could outlive its own end and its own limits.
        if (principal.proof === 'token')
          throw new Refusal('FORBIDDEN', 'Expected a login by a person, found an API token. A token makes no tokens.');
        const { task, token } = issueTokenTask({
          name: input.name,
          ownerType: clientId === null ? (principal.type as 'USER' | 'CLIENT') : 'CLIENT',
          ownerId: clientId ?? (principal.id as string),
          scopes: input.scopes ?? [],
          expiresMs: input.expiresAt == null ? null : readDate(input.expiresAt),
          createdBy: principal.id,
        });
        return { ...answer(await runtime.pipeline.submit({ ...task, audit: call.audit() })), token };
      },
    }),
    operation({
      id: 'searchTokens',
      method: 'POST',
      path: '/ext/tokens/search',
      tag,
      summary: 'Search API tokens',
      description: 'One’s own; administrators see all. Never their secrets.',
      body: searchBody({ plan: apiTokenPlan }),
      answer: json(pageOf(tokenType)),
      access: 'signed-in',
      isTenantAware: true,
      example: { body: {}, answer: onePage(example) },
      run: async ({ body: search, permit }) => {
        const filter = isAdministrator(permit) ? search.filter : ownOnly(search.filter, permit);
        return searchAnswer(await runSearch(database, apiTokenPlan, { ...search, filter }), answer);
      },
    }),
    operation({
      id: 'revokeToken',
      method: 'DELETE',
      path: '/ext/tokens/{tokenId}',
      tag,
      summary: 'Revoke an API token',
      description: 'At once, with the access tokens that were got with it. One’s own; administrators may revoke all.',
      params: { tokenId: text(100) },
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: 'signed-in',
      isTenantAware: true,
      example: {},
      run: async (call) => {
        const { permit } = call;
        const { type, id } = permit.principal;
        const isAdmin = isAdministrator(permit);
        const task = revokeTokenTask(
          call.params.tokenId,
          (row) => isAdmin || (row.owner_type === type && row.owner_id === id),
        );
        await submit(runtime, call, task);
      },
    }),
  ];
};
