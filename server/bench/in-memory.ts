import { asKey, compileBpmn, decide, initialState } from '@baton/engine';
import type { Command, Env, Key, ProcessDefinition, Variables } from '@baton/engine';

/** Compiles the only process of a file. */
export const compiled = async (xml: string): Promise<ProcessDefinition> => {
  const result = await compileBpmn(xml);
  const definition = result.ok ? result.processes[0] : undefined;
  if (!definition) throw new Error(`Expected a process of the bench to compile, found ${JSON.stringify(result)}.`);
  return definition;
};

/** Runs one instance from its start to its end without any database; its jobs are completed as they come. */
export const runInMemory = (definition: ProcessDefinition, variables: Variables = {}): void => {
  const state = initialState();
  let lastKey = 0;
  const env: Env = { nowMs: 1, nextKey: () => asKey((lastKey += 1)) };
  const act = (command: Command): void => {
    const decided = decide(definition, state, command, env);
    if (!decided.ok) throw new Error(decided.error.detail);
  };
  const key: Key = env.nextKey();
  act({
    type: 'create-instance',
    processInstanceKey: key,
    definitionKey: asKey(1),
    version: 1,
    variables,
    startElementId: null,
    parent: null,
    rootKey: null,
    businessId: null,
    tags: [],
  });
  while (state.status !== 'COMPLETED') {
    if (state.continuation.length > 0) {
      act({ type: 'continue-step' });
      continue;
    }
    const waiting = [...state.elements.values()].filter((each) => each.job !== null);
    if (waiting.length === 0) throw new Error(`Expected ${definition.id} to go on, found it waiting.`);
    for (const { key: elementInstanceKey, job } of waiting) {
      if (job) act({ type: 'complete-job', elementInstanceKey, jobKey: job.key, variables: {}, result: null });
    }
  }
};
