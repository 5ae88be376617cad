import type { OwnStatement } from '../store/own-statement.ts';
import type { Task } from './task.ts';

/**
 * The same task that also carries out statements of the embedding program, in the transaction of its step: both happen, once, or neither does. Rejects with
 * `FailedStatement` when one of them fails.
 */
export const withStatements = <A>(task: Task<A>, statements: readonly OwnStatement[]): Task<A> => ({
  ...task,
  statements,
  run: async (batch) => {
    const answer = await task.run(batch);
    batch.changes.own.push(...statements);
    return answer;
  },
});
