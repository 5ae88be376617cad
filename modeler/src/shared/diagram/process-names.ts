/** Names of the elements of a process, by id. An element without a name is not in it. */
export type ProcessNames = ReadonlyMap<string, string>;

/** Reads the names from BPMN XML, without drawing it. XML that cannot be read gives no names. */
export function readProcessNames(xml: string): ProcessNames {
  const names = new Map<string, string>();
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  for (const element of document.querySelectorAll('[id][name]')) {
    const id = element.getAttribute('id');
    const name = element.getAttribute('name')?.replace(/\s+/g, ' ').trim();
    if (id !== null && name !== undefined && name !== '') names.set(id, name);
  }
  // A process whose own name was not given is called like its pool.
  for (const pool of document.getElementsByTagNameNS('*', 'participant')) {
    const name = names.get(pool.getAttribute('id') ?? '');
    const processId = pool.getAttribute('processRef');
    if (processId !== null && name !== undefined && !names.has(processId)) names.set(processId, name);
  }
  return names;
}
