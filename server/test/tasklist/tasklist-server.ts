import { startGuardedServer } from '../identity/guarded-server.ts';
import type { GuardedServer } from '../identity/guarded-server.ts';
import { model } from '../fixture.ts';
import type { Dialect } from '../test-runtime.ts';

export type Headers = Readonly<Record<string, string>>;

/** One user task whose assignment, dates and priority come from variables of the same names. */
export const askModel = model(
  'ask',
  `<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="check"/>
   <bpmn:userTask id="check" name="Check invoice"><bpmn:extensionElements><zeebe:userTask/>
     <zeebe:assignmentDefinition assignee="=assignee" candidateGroups="=groups" candidateUsers="=users"/>
     <zeebe:taskSchedule dueDate="=due" followUpDate="=followUp"/><zeebe:priorityDefinition priority="=priority"/>
   </bpmn:extensionElements></bpmn:userTask>
   <bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="e"/><bpmn:endEvent id="e"/>`,
);

export interface TasklistServer extends GuardedServer {
  /** Starts an instance whose task has these, and answers the key of the task. */
  ask(variables?: Readonly<Record<string, unknown>>, businessId?: string): Promise<string>;
}

/** A server with users ana and mia (group accounting) and ben, all task workers, and a process of one user task. */
export const startTasklistServer = async (
  dialect: Dialect,
): Promise<TasklistServer & { readonly ana: Headers; readonly mia: Headers; readonly ben: Headers }> => {
  const server = await startGuardedServer({}, dialect);
  await server.deploy(askModel);
  const ana = await server.addUser('ana', 'task-worker');
  const mia = await server.addUser('mia', 'task-worker');
  const ben = await server.addUser('ben', 'task-worker');
  await server.as(server.admin, 'POST', '/v2/groups', { groupId: 'accounting', name: 'Accounting' });
  for (const username of ['ana', 'mia'])
    await server.as(server.admin, 'PUT', `/v2/groups/accounting/users/${username}`);
  return {
    ...server,
    ana,
    mia,
    ben,
    ask: async (variables = {}, businessId) => {
      const started = await server.as(server.admin, 'POST', '/v2/process-instances', {
        processDefinitionId: 'ask',
        variables: {
          assignee: null,
          groups: ['accounting'],
          users: [],
          due: null,
          followUp: null,
          priority: 50,
          ...variables,
        },
        ...(businessId === undefined ? {} : { businessId }),
      });
      const { processInstanceKey } = started.body;
      const found = await server.as(server.admin, 'POST', '/v2/user-tasks/search', { filter: { processInstanceKey } });
      return found.body.items[0].userTaskKey as string;
    },
  };
};
