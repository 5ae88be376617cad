import { elementInstances } from '../tables/element-instances.ts';
import { userTasks } from '../tables/user-tasks.ts';
import { livingAfter } from './step-facts.ts';
import type { RecordsOf, StepFacts } from './step-facts.ts';

type ListenerRecord = RecordsOf<'listener-started' | 'listeners-finished'>;

/** While task listeners are at work, the state of the user task says on what. */
const taskStates = {
  start: null,
  end: null,
  creating: 'CREATING',
  assigning: 'ASSIGNING',
  updating: 'UPDATING',
  completing: 'COMPLETING',
  canceling: 'CANCELING',
} as const;

/** Which listener is at work on an element instance. */
export const projectListener = (step: StepFacts, record: ListenerRecord): void => {
  const { instance, changes } = step;
  const { type, elementInstanceKey, ...listening } = record;
  changes.patch(
    elementInstances,
    { process_instance_key: instance.key, key: elementInstanceKey },
    { listening: type === 'listener-started' ? JSON.stringify(listening) : null },
  );
  const userTask = livingAfter(step, elementInstanceKey)?.userTask;
  const state = record.type === 'listener-started' ? taskStates[record.event] : 'CREATED';
  if (userTask && state !== null)
    changes.patch(userTasks, { process_instance_key: instance.key, key: userTask.key }, { state });
};
