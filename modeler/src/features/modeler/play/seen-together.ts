import type { PlayState } from '../../../api/plays';

/** Which instance is looked at. (Default: the one that is played.) */
export interface LookedAt {
  readonly key?: string | undefined;
  /** That of a process which began last. */
  readonly newestOf?: string;
}

/** The instance that is looked at; the one that is played where a step back took the other away. None before the start. */
export function shownInstance(
  state: PlayState | null,
  { key, newestOf }: LookedAt,
): PlayState['instances'][number] | undefined {
  const { instances = [], processInstanceKey = null } = state ?? {};
  return (
    instances.findLast((each) => each.processInstanceKey === key || each.processId === newestOf) ??
    instances.find((each) => each.processInstanceKey === processInstanceKey)
  );
}

/**
 * The instances that are seen on one drawing: the one that is looked at, and of each other process that is drawn there the
 * newest that nobody called. So both pools of a collaboration live on it, while what a call activity calls is looked at by itself.
 */
export function seenTogether(
  state: PlayState,
  shownKey: string,
  drawnProcessIds: readonly string[],
): readonly string[] {
  const shown = state.instances.find(({ processInstanceKey }) => processInstanceKey === shownKey);
  const others = drawnProcessIds
    .filter((processId) => processId !== shown?.processId)
    .map((processId) =>
      state.instances.findLast((each) => each.processId === processId && each.parentProcessInstanceKey === null),
    );
  return [shownKey, ...others.flatMap((other) => other?.processInstanceKey ?? [])];
}

/** An instance that nobody called, and what it is called in a list of such. */
export interface RootInstance {
  readonly processInstanceKey: string;
  readonly name: string;
  readonly status: string;
}

/** Those that nobody called, in the order in which they began; of one process they are numbered. */
export function rootInstances(state: PlayState, nameOf: (id: string) => string): readonly RootInstance[] {
  const roots = state.instances.filter(({ parentProcessInstanceKey }) => parentProcessInstanceKey === null);
  return roots.map(({ processInstanceKey, processId, status }) => {
    const alike = roots.filter((other) => other.processId === processId);
    const number = alike.findIndex((other) => other.processInstanceKey === processInstanceKey) + 1;
    const name = nameOf(processId);
    return { processInstanceKey, status, name: alike.length === 1 ? name : `${name} (${number})` };
  });
}
