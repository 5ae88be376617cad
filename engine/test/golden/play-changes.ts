import { boundary, end, model, serviceTask, start, subProcess, userTask } from '@baton/fixtures/build-model';
import type { Command, Key } from '../../src/index.ts';
import type { JournalEntry } from '../print-journal.ts';
import { createWorld } from '../world.ts';

const order = (id: string, prefix: string): string =>
  model(
    id,
    [
      start('s'),
      subProcess(
        `${prefix}Hold`,
        [start('hs'), userTask(`${prefix}Look`), end('he')],
        [`hs > ${prefix}Look`, `${prefix}Look > he`],
      ),
      boundary(`${prefix}Late`, `${prefix}Hold`, { timer: 'timeDuration', value: 'PT1H' }, false),
      boundary(`${prefix}Stop`, `${prefix}Hold`, { message: 'stop', key: '=id' }),
      serviceTask(`${prefix}Send`),
      end('e'),
      end('e2'),
      end('e3'),
    ],
    [
      `s > ${prefix}Hold`,
      `${prefix}Hold > ${prefix}Send`,
      `${prefix}Send > e`,
      `${prefix}Late > e2`,
      `${prefix}Stop > e3`,
    ],
  );

/** Plays what can be done to a running instance by hand, the same way each time. */
export const playChanges = async (): Promise<readonly JournalEntry[]> => {
  const world = await createWorld([order('one', 'a'), order('two', 'b')], { printOnFailure: false });
  const key = world.create('one', {
    variables: { id: 'x' },
    startInstructions: ['aLook'],
    terminateAfter: ['aSend'],
  }) as Key;
  const act = (command: Command): void => {
    const refused = world.act(key, command);
    if (refused) throw new Error(refused.detail);
  };
  act({ type: 'assign-business-id', businessId: 'b-1' });
  act({ type: 'suspend-instance' });
  act({ type: 'set-variables', scopeKey: key, variables: { n: 1 }, local: true });
  act({ type: 'resume-instance' });
  const mappings = ['Hold', 'Look', 'Late', 'Send'].map((name) => ({
    sourceElementId: `a${name}`,
    targetElementId: `b${name}`,
  }));
  const targetDefinitionKey = world.definitions.get('two')!.key;
  act({ type: 'migrate-instance', targetDefinitionKey, targetVersion: 1, mappings });
  act({
    type: 'modify-instance',
    activate: [{ elementId: 'bLook', ancestorKey: key, variables: [{ scopeId: 'bHold', variables: { m: 2 } }] }],
    move: [],
    terminate: [],
  });
  const source = { elementId: 'bLook' };
  const move = [{ source, targetElementId: 'bSend', ancestor: { type: 'inferred' }, variables: [] }] as const;
  act({ type: 'modify-instance', activate: [], move, terminate: [] });
  for (const { job, key: elementInstanceKey } of world.instances.get(key)?.state.elements.values() ?? [])
    if (job) {
      act({ type: 'complete-job', elementInstanceKey, jobKey: job.key, variables: {} });
      break;
    }
  return world.journal;
};
