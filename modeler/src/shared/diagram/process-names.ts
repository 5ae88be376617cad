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
  return names;
}
