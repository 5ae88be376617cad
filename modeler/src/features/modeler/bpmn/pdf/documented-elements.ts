import type { DiagramElement, ModdleElement } from '../modeler-services';

/** An element with what its author wrote about it. */
export interface DocumentedElement {
  readonly name: string;
  readonly text: string;
}

function textOf(element: ModdleElement): string {
  const documentation = element.get('documentation') as readonly ModdleElement[] | undefined;
  return (documentation ?? [])
    .map((each) => each.get('text'))
    .filter((text) => typeof text === 'string')
    .join('\n\n')
    .trim();
}

/** What is written about the elements on one plane, the plane itself first, then from left to right. */
export function documentedElements(elements: readonly DiagramElement[]): readonly DocumentedElement[] {
  const seen = new Set<ModdleElement>();
  return elements.flatMap(({ businessObject }) => {
    if (seen.has(businessObject)) return [];
    seen.add(businessObject);
    const text = textOf(businessObject);
    const name = businessObject.get('name');
    return text === '' ? [] : [{ name: typeof name === 'string' && name !== '' ? name : businessObject.id, text }];
  });
}
