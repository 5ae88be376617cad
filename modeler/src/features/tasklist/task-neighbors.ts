import { createContext } from 'react';

/** Which task comes after one that is done: the next of the list, else the one before; null when none is left. */
export type NextTask = (userTaskKey: string) => string | null;

/** Given by the list to the task beside it. */
export const NextTaskContext = createContext<NextTask>(() => null);

/** See {@link NextTask}. A task that is not in the list (any more) is followed by the first one. */
export function nextOf(keys: readonly string[], userTaskKey: string): string | null {
  const index = keys.indexOf(userTaskKey);
  if (index < 0) return keys[0] ?? null;
  return keys[index + 1] ?? keys[index - 1] ?? null;
}
