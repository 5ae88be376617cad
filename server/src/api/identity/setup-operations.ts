import type { Identity } from '../../identity/identity.ts';
import { setUpAdministratorTask } from '../../identity/first-start.ts';
import type { Runtime } from '../../runtime/create-runtime.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { created } from '../operation/answer-kinds.ts';
import { operation } from '../operation/operation.ts';
import type { Operation } from '../operation/operation.ts';
import { submit } from '../operation/submit.ts';
import { newUserBody, userAnswer, userExample, userRow, userType } from './user-operations.ts';

/**
 * The first administrator, before logins are switched on. A server that asks for logins makes its own at its start, so whoever could call this there
 * without one would take it over: it is refused then, whether or not there is an administrator at the moment.
 */
export const setupOperations = (runtime: Runtime, { isOn }: Pick<Identity, 'isOn'>): readonly Operation[] => [
  operation({
    id: 'createAdminUser',
    method: 'POST',
    path: '/v2/setup/user',
    tag: 'Identity',
    summary: 'Add the first administrator',
    description:
      'Only while there is none, and only on a server that asks nobody for a login (`BATON_AUTH=off`): the others make an administrator when they start.',
    body: newUserBody,
    answer: created(userType),
    refusals: ['FORBIDDEN', 'ALREADY_EXISTS'],
    isRepeatable: true,
    access: 'anyone',
    example: { body: { ...userExample, password: 'correct horse battery' }, answer: userExample },
    run: async (call) => {
      if (isOn)
        throw new Refusal(
          'FORBIDDEN',
          'Expected a server without logins. This one made its first administrator at its start and told their password there.',
        );
      const row = await userRow(call.body, runtime.clock.nowMs());
      await submit(runtime, call, setUpAdministratorTask(row));
      return userAnswer(row);
    },
  }),
];
