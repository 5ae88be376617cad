import type { Key } from '../key.ts';
import type { ElementInstance, InstanceState } from '../state.ts';

/** The living element instance of a record; a journal that names another one has a gap. */
export const living = (state: InstanceState, key: Key): ElementInstance => {
  const instance = state.elements.get(key);
  if (!instance)
    throw new Error(
      `Expected element instance ${key} of process instance ${state.key} to be alive; a record is missing.`,
    );
  return instance;
};
