import { createWorld } from '../world.ts';
import { asKey, type Command, type Key } from '../../src/index.ts';
import type { JournalEntry } from '../print-journal.ts';

/** Whatever any fixture reads. */
const variables = {
  a: 1,
  b: 2,
  n: 1,
  x: 3,
  amount: 150,
  way: 'a',
  id: 'id-1',
  orderId: 'id-1',
  kind: 'a',
  tries: 3,
  tax: 4,
  order: { total: 10 },
  owner: 'eva',
  groups: ['g'],
  due: '2031-01-01T00:00:00Z',
  outer: 5,
  pause: 'PT1H',
  headline: 'h',
  wantA: true,
  wantB: true,
  fail: true,
  items: [1, 2],
  count: 2,
  again: false,
  wanted: ['a', 'c'],
  refused: true,
  stopEarly: true,
  result: 'r',
  reason: 'late',
  temperature: 31,
  limit: 3,
};

const maxSteps = 40;

/**
 * Plays every process of a drawing the same way each time: it starts them all, then does what can be done, the oldest first. `between` is called
 * before each deed.
 */
export const play = async (
  xml: string,
  decisions: readonly string[],
  between: (world: World) => void = () => undefined,
): Promise<readonly JournalEntry[]> => {
  const world = await createWorld(xml, { printOnFailure: false, decisions });
  for (const [processId, { definition }] of world.definitions) {
    for (const { elementId } of definition.startTriggers.slice(0, 2))
      world.create(processId, { variables, startElementId: elementId });
  }
  world.settle();
  for (let steps = 0; steps < maxSteps; steps += 1) {
    between(world);
    const next = nextDeed(world, steps);
    if (!next) break;
    next();
  }
  for (const [key, { state }] of world.instances)
    if (state.status === 'ACTIVE') world.act(key, { type: 'cancel-instance' });
  return world.journal;
};

export type World = Awaited<ReturnType<typeof createWorld>>;

const nextDeed = (world: World, turn: number): (() => void) | null => {
  const deeds: (() => void)[] = [];
  const act = (key: Key, command: Command): void => void deeds.push(() => world.act(key, command));
  for (const [key, { state }] of world.instances) {
    for (const instance of state.elements.values()) {
      const elementInstanceKey = instance.key;
      const { job, userTask, incident } = instance;
      if (incident && incident.jobKey === null && turn % 7 === 6)
        act(key, { type: 'resolve-incident', elementInstanceKey, incidentKey: incident.key });
      if (job && !incident)
        act(key, {
          type: 'complete-job',
          elementInstanceKey,
          jobKey: job.key,
          variables: { done: true, result: turn },
        });
      if (userTask && !instance.listening) {
        const userTaskKey = userTask.key;
        const command = { elementInstanceKey, userTaskKey, variables: { n: turn }, action: '' };
        act(key, { type: 'complete-user-task', ...command });
      }
      for (const wait of instance.waits?.values() ?? []) {
        if (wait.kind === 'message')
          deeds.push(() =>
            world.publish({
              name: wait.messageName,
              correlationKey: wait.correlationKey,
              variables: { sum: turn },
              expiresMs: 0,
            }),
          );
        if (wait.kind === 'signal') deeds.push(() => world.broadcast(wait.signalName, { by: 'signal' }));
        if (wait.kind === 'timer')
          deeds.push(() => {
            world.setNow(Math.max(world.now(), wait.dueMs));
            world.act(key, { type: 'fire-timer', elementInstanceKey, timerKey: asKey(wait.key) });
          });
      }
    }
  }
  return deeds[turn % 3 === 2 ? deeds.length - 1 : 0] ?? null;
};
