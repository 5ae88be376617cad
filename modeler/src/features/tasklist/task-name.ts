import type { UserTask } from '../../api/user-tasks';

/** How a task is called: its name, or its element id where it has none. */
export function taskName({ name, elementId }: Pick<UserTask, 'name' | 'elementId'>): string {
  return name === null || name === '' ? elementId : name;
}
