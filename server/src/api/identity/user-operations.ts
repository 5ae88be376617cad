import { z } from 'zod';
import { createEntityTask, deleteEntityTask, missingEntity } from '../../identity/change-entity.ts';
import { changeUserTask } from '../../identity/change-user.ts';
import { userKind } from '../../identity/entity-kinds.ts';
import { hashPassword, passwordLength } from '../../identity/passwords.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { userPlan } from '../../store/searches/identity-plans.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import type { UserRow } from '../../store/tables/users.ts';
import { text } from '../input.ts';
import { needs } from '../operation/access.ts';
import { created, json, nothing } from '../operation/answer-kinds.ts';
import { body } from '../operation/body-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { searchOperation } from '../operation/search-operation.ts';
import { submit } from '../operation/submit.ts';
import { idCondition } from './id-condition.ts';
import { entityId } from './names.ts';

export const userType = z
  .strictObject({ username: z.string(), name: z.string().nullable(), email: z.string().nullable() })
  .meta({ id: 'User' });
const extendedType = z
  .strictObject({ ...userType.shape, isEnabled: z.boolean().describe('Whether they may sign in.') })
  .meta({ id: 'ExtendedUser' });

type UserFacts = Pick<UserRow, 'username' | 'name' | 'email'>;
export const userAnswer = ({ username, name, email }: UserFacts): z.input<typeof userType> => ({
  username,
  name,
  email,
});
const extendedAnswer = (row: UserRow): z.input<typeof extendedType> => ({
  ...userAnswer(row),
  isEnabled: row.is_enabled === 1,
});

/** A password that somebody chooses. Any characters, and no rules about them: length is what counts. */
export const newPassword = text(passwordLength.max).min(
  passwordLength.min,
  `must have at least ${passwordLength.min} characters`,
);
const personal = { name: text(256).nullish(), email: text(256).nullish() };
const newUser = z.strictObject({ username: entityId, password: newPassword, ...personal });
/** The body of what adds a user. */
export const newUserBody = body(newUser);
const params = { username: entityId };
const tag = 'Identity';
export const userExample: z.input<typeof userType> = { username: 'mia', name: 'Mia Berg', email: 'mia@example.org' };
const path = '/v2/users';

/** Users who sign in with a password that is kept here. Those of an identity provider need not be stored. */
export const userOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  const find = async (username: string): Promise<UserRow> => {
    const { rows } = await runSearch(database, userPlan, idCondition(userPlan, 'username', username));
    if (rows[0] === undefined) throw missingEntity('user', username);
    return rows[0];
  };
  return [
    operation({
      id: 'createUser',
      method: 'POST',
      path,
      tag,
      summary: 'Add a user',
      description: `The password has at least ${passwordLength.min} characters and is kept as an argon2id hash.`,
      body: newUserBody,
      answer: created(userType),
      refusals: ['ALREADY_EXISTS'],
      isRepeatable: true,
      access: needs('USER', 'CREATE'),
      example: { body: { ...userExample, password: 'correct horse battery' }, answer: userExample },
      run: async (call) => {
        const row = await userRow(call.body, runtime.clock.nowMs());
        await submit(runtime, call, createEntityTask(userKind, row.username, { ...row }));
        return userAnswer(row);
      },
    }),
    searchOperation(database, {
      id: 'searchUsers',
      path: `${path}/search`,
      tag,
      summary: 'Search users',
      reader: { plan: userPlan },
      item: userType,
      answer: userAnswer,
      access: needs('USER', 'READ'),
      example: { body: { filter: { username: { $like: 'm*' } } }, item: userExample },
    }),
    searchOperation(database, {
      id: 'searchExtendedUsers',
      path: '/ext/users/search',
      tag,
      summary: 'Search users, with whether they may sign in',
      reader: { plan: userPlan },
      item: extendedType,
      answer: extendedAnswer,
      access: needs('USER', 'READ'),
      example: { body: {}, item: { ...userExample, isEnabled: true } },
    }),
    operation({
      id: 'getUser',
      method: 'GET',
      path: `${path}/{username}`,
      tag,
      summary: 'Read a user',
      params,
      answer: json(userType),
      refusals: ['NOT_FOUND'],
      access: needs('USER', 'READ'),
      isLimitable: true,
      example: { answer: userExample },
      run: async ({ params: { username }, permit }) => {
        if (!permit.allows('USER', username)) throw permit.refusal(username);
        return userAnswer(await find(username));
      },
    }),
    operation({
      id: 'updateUser',
      method: 'PUT',
      path: `${path}/{username}`,
      tag,
      summary: 'Change name, address or password of a user',
      description: 'A new password ends the sessions of the user. What is left out stays.',
      params,
      body: body(z.strictObject({ password: z.union([z.literal(''), newPassword]).nullish(), ...personal })),
      answer: json(userType),
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('USER', 'UPDATE'),
      example: { body: { name: 'Mia Berg', email: 'mia@example.org' }, answer: userExample },
      run: async (call) => {
        const { username } = call.params;
        const { password, name, email } = call.body;
        const isNew = password != null && password !== '';
        if (isNew) mustDiffer(username, password);
        const set = {
          ...(isNew ? { password_hash: await hashPassword(password) } : {}),
          ...(name === undefined ? {} : { name }),
          ...(email === undefined ? {} : { email }),
        };
        const { after } = await submit(runtime, call, changeUserTask(username, set));
        return userAnswer(after);
      },
    }),
    operation({
      id: 'enableUser',
      method: 'PUT',
      path: '/ext/users/{username}/enabled',
      tag,
      summary: 'Let a user sign in, or no longer',
      description: 'Who may no longer is out at once: sessions and tokens end.',
      params,
      body: body(z.strictObject({ isEnabled: z.boolean() })),
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('USER', 'UPDATE'),
      example: { body: { isEnabled: false } },
      run: async (call) => {
        const set = { is_enabled: call.body.isEnabled ? 1 : 0 };
        await submit(runtime, call, changeUserTask(call.params.username, set));
      },
    }),
    operation({
      id: 'deleteUser',
      method: 'DELETE',
      path: `${path}/{username}`,
      tag,
      summary: 'Remove a user with their memberships, permissions, sessions and tokens',
      params,
      answer: nothing,
      refusals: ['NOT_FOUND'],
      isRepeatable: true,
      access: needs('USER', 'DELETE'),
      example: {},
      run: async (call) => void (await submit(runtime, call, deleteEntityTask(userKind, call.params.username))),
    }),
  ];
};

/** The row of a new user. Throws INVALID_ARGUMENT where the password is the username. */
export const userRow = async (
  { username, password, name, email }: z.output<typeof newUser>,
  nowMs: number,
): Promise<UserRow> => {
  mustDiffer(username, password);
  return {
    username,
    name: name ?? null,
    email: email ?? null,
    password_hash: await hashPassword(password),
    is_enabled: 1,
    created_ms: nowMs,
    updated_ms: nowMs,
  };
};

const mustDiffer = (username: string, password: string): void => {
  if (password.toLowerCase() === username.toLowerCase())
    throw new Refusal('INVALID_ARGUMENT', `'password': must not be the username.`);
};
