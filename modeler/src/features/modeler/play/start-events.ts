/** A start event at which a play can begin. */
export interface StartEvent {
  readonly processId: string;
  readonly elementId: string;
  /** What has to happen for it in reality, such as `message`; null where it is just started. */
  readonly trigger: string | null;
  /** The form that it links to; null where there is none, or it is not known before. */
  readonly formId: string | null;
}

const children = (element: Element, name: string): readonly Element[] =>
  [...element.children].filter(({ localName }) => localName === name);

function triggerOf(event: Element): string | null {
  const [definition, ...more] = [...event.children].filter(({ localName }) => localName.endsWith('EventDefinition'));
  if (definition === undefined) return null;
  return more.length > 0 ? 'several events' : definition.localName.replace('EventDefinition', '');
}

function formOf(event: Element): string | null {
  const formId = event.getElementsByTagNameNS('*', 'formDefinition')[0]?.getAttribute('formId') ?? '';
  return formId === '' || formId.startsWith('=') ? null : formId;
}

/** The start events of the executable processes in a BPMN file; those of event sub-processes start no instance. */
export function startEvents(xml: string): readonly StartEvent[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const processes = [...document.getElementsByTagNameNS('*', 'process')];
  const executable = processes.filter((process) => process.getAttribute('isExecutable') === 'true');
  // Where none is, the play tells what is missing.
  return (executable.length > 0 ? executable : processes).flatMap((process) =>
    children(process, 'startEvent').map((event) => ({
      processId: process.getAttribute('id') ?? '',
      elementId: event.getAttribute('id') ?? '',
      trigger: triggerOf(event),
      formId: formOf(event),
    })),
  );
}
