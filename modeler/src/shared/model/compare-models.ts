import type { ComparedElement, ComparedModel } from './compared-element';

/** How an element differs from that of the other model; `moved` is drawn elsewhere, and says the same. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** One property that is not the same; undefined where it is not there. */
export interface PropertyChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** One element that is not the same in both models. */
export interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly type: string;
  readonly name: string;
  /** Empty for what was added, removed or moved. */
  readonly properties: readonly PropertyChange[];
}

/**
 * What has to happen to the model before to become the one after, in the order of the model after; what was removed comes last. Elements are the
 * same where their ids are.
 */
export function compareModels(before: ComparedModel, after: ComparedModel): readonly Change[] {
  const known = new Map(before.map((element) => [element.id, element]));
  const kept = new Set(after.map(({ id }) => id));
  const changes = after.flatMap((element): Change[] => {
    const old = known.get(element.id);
    if (old === undefined) return [{ ...told(element), kind: 'added', properties: [] }];
    const properties = changedProperties(old, element);
    if (properties.length > 0) return [{ ...told(element), kind: 'changed', properties }];
    return old.place === element.place ? [] : [{ ...told(element), kind: 'moved', properties: [] }];
  });
  const removed = before.filter(({ id }) => !kept.has(id));
  return [...changes, ...removed.map((element): Change => ({ ...told(element), kind: 'removed', properties: [] }))];
}

function told({ id, type, name }: ComparedElement): Pick<Change, 'id' | 'type' | 'name'> {
  return { id, type, name };
}

function changedProperties(old: ComparedElement, now: ComparedElement): readonly PropertyChange[] {
  const changes: PropertyChange[] = [];
  if (old.type !== now.type) changes.push({ path: 'Type', before: old.type, after: now.type });
  if (old.parentId !== now.parentId)
    changes.push({ path: 'Lies in', before: old.parentId ?? undefined, after: now.parentId ?? undefined });
  for (const [path, before] of old.properties) {
    const after = now.properties.get(path);
    if (after !== before) changes.push({ path, before, after });
  }
  for (const [path, after] of now.properties)
    if (!old.properties.has(path)) changes.push({ path, before: undefined, after });
  return changes;
}
