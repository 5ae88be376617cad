/**
 * The id of the diagram (`bpmndi:BPMNDiagram`) of a file on which a process is drawn: its own, or that of a collaboration with a pool
 * for it. Undefined where that is the first one, which opens by itself, and where it is drawn nowhere.
 */
export function diagramOfProcess(xml: string, processId: string): string | undefined {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const all = (name: string): readonly Element[] => [...document.getElementsByTagNameNS('*', name)];
  const diagrams = all('BPMNDiagram');
  if (diagrams.length < 2) return undefined;
  const pool = all('participant').find((participant) => participant.getAttribute('processRef') === processId);
  const planes = [processId, pool?.parentElement?.getAttribute('id')];
  const index = diagrams.findIndex((diagram) => {
    const plane = [...diagram.children].find(({ localName }) => localName === 'BPMNPlane');
    return planes.includes(plane?.getAttribute('bpmnElement') ?? '');
  });
  return index < 1 ? undefined : (diagrams[index]?.getAttribute('id') ?? undefined);
}
