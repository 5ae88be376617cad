import type { ComparedElement, ComparedModel } from '../../model/compared-element';
import { besidesTheFlow } from '../../model/element-kinds';

/** A way on from an element. */
export interface OutlineWay {
  readonly flowId: string;
  readonly targetId: string;
  readonly targetName: string;
  /** The name of the flow, else its condition; null where it has neither. */
  readonly when: string | null;
}

/** An element with where it leads and what lies in it. */
export interface OutlineItem {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly ways: readonly OutlineWay[];
  readonly inner: readonly OutlineItem[];
}

/** The model as a list to read: processes with their elements in the order in which the flows lead through them. */
export function outlineOf(model: ComparedModel): readonly OutlineItem[] {
  const byId = new Map(model.map((element) => [element.id, element]));
  const flows = model.filter(({ type }) => type === 'Sequence flow');
  const waysOf = (id: string): readonly OutlineWay[] =>
    flows
      .filter(({ properties }) => properties.get('Source ref') === id)
      .map((flow) => {
        const targetId = flow.properties.get('Target ref') ?? '';
        const name = flow.name === flow.id ? null : flow.name;
        const when = name ?? flow.properties.get('Condition expression') ?? null;
        return { flowId: flow.id, targetId, targetName: byId.get(targetId)?.name ?? targetId, when };
      });
  const itemsIn = (scopeId: string | null): readonly OutlineItem[] =>
    inOrder(
      model.filter(({ parentId, type }) => parentId === scopeId && !besidesTheFlow.has(type)),
      waysOf,
    ).map(({ id, type, name }) => ({ id, type, name, ways: waysOf(id), inner: itemsIn(id) }));
  const top = model.find(({ type }) => type === 'Definitions');
  return itemsIn(top?.id ?? null);
}

/** Along the flows from what no flow leads to; what hangs on the border of an element comes after it. */
function inOrder(
  elements: readonly ComparedElement[],
  waysOf: (id: string) => readonly OutlineWay[],
): readonly ComparedElement[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const targets = new Set(elements.flatMap(({ id }) => waysOf(id).map(({ targetId }) => targetId)));
  const ordered = new Set<ComparedElement>();
  const visit = (id: string): void => {
    const element = byId.get(id);
    if (element === undefined || ordered.has(element)) return;
    ordered.add(element);
    for (const { targetId } of waysOf(id)) visit(targetId);
    for (const border of elements) if (border.properties.get('Attached to ref') === id) visit(border.id);
  };
  const isBorder = ({ properties }: ComparedElement): boolean => properties.has('Attached to ref');
  for (const element of elements) if (!targets.has(element.id) && !isBorder(element)) visit(element.id);
  // Loops that nothing leads into.
  for (const { id } of elements) visit(id);
  return [...ordered];
}
