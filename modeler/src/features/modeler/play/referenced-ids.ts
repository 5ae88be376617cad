/** What a model needs besides itself, by ids that are fixed text. */
export interface ReferencedIds {
  readonly processes: readonly string[];
  readonly forms: readonly string[];
  readonly decisions: readonly string[];
}

/** Reads what a BPMN file calls, shows and asks. A file that cannot be read needs nothing. */
export function referencedIds(xml: string): ReferencedIds {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const ids = (element: string, attribute: string): readonly string[] => [
    ...new Set(
      [...document.getElementsByTagNameNS('*', element)]
        .map((found) => found.getAttribute(attribute) ?? '')
        // What is evaluated while the process runs is not known before.
        .filter((id) => id !== '' && !id.startsWith('=')),
    ),
  ];
  return {
    processes: ids('calledElement', 'processId'),
    forms: ids('formDefinition', 'formId'),
    decisions: ids('calledDecision', 'decisionId'),
  };
}

/** The ids of the processes in a BPMN file, in their order. */
export function processIds(xml: string): readonly string[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return [...document.getElementsByTagNameNS('*', 'process')].map((found) => found.getAttribute('id') ?? '');
}
