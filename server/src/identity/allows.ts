import type { Permit } from './permit.ts';

/** What of a user task decides who may do something with it. */
export interface TaskFacts {
  readonly key: number;
  readonly processId: string;
  readonly assignee: string | null;
  readonly candidateUsers: readonly string[];
  readonly candidateGroups: readonly string[];
}

/** Whether something may be done with a user task: by its process, by its key, or by what the caller is of it. */
export const allowsTask = (permit: Permit, task: TaskFacts): boolean => {
  if (permit.isUnlimited || permit.allows('PROCESS_DEFINITION', task.processId)) return true;
  if (permit.allows('USER_TASK', String(task.key))) return true;
  const { type, id, groups } = permit.principal;
  return permit.properties.some((property) => {
    switch (property) {
      case 'assignee':
        return type === 'USER' && task.assignee === id;
      case 'candidateUsers':
        return type === 'USER' && id !== null && task.candidateUsers.includes(id);
      case 'candidateGroups':
        return task.candidateGroups.some((group) => groups.includes(group));
    }
  });
};
