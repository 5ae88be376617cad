/** What the id of a resource is, by its type. */
export const idHints: Readonly<Record<string, string>> = {
  PROCESS_DEFINITION: 'Process id, such as invoice',
  DECISION_DEFINITION: 'Decision id',
  DECISION_REQUIREMENTS_DEFINITION: 'Id of the DMN file',
  USER_TASK: 'Key of a user task',
  COMPONENT: 'modeler, tasklist, operate or admin',
};

/** A permission or type in words: PROCESS_DEFINITION is “process definition”. */
export function inWords(name: string): string {
  return name.toLowerCase().replaceAll('_', ' ');
}
