import { plainType } from '../diagram/element-words';

/** One thing of a model that a person would name: a task, a flow, a rule, a field. */
export interface ComparedElement {
  /** Unique in its model, and the same in both where it is the same thing. */
  readonly id: string;
  /** For example `UserTask`, `Rule`, `textfield`. */
  readonly type: string;
  /** What people call it; the id where it has no name. */
  readonly name: string;
  /** The element that it lies in; null at the top. */
  readonly parentId: string | null;
  /** What it says, by where it says it: `Task definition › Type` → `pay`. Texts, for reading and for comparing. */
  readonly properties: ReadonlyMap<string, string>;
  /** Where and how large it is drawn; null where it is not drawn. */
  readonly place: string | null;
}

/** All elements of a model, in the order in which they stand in its file. */
export type ComparedModel = readonly ComparedElement[];

/** What the parts of a path are joined with. */
export const pathJoint = ' › ';

/** `zeebe:taskDefinition` → `Task definition`; names of data stay as they are. */
export function inWords(name: string): string {
  return plainType(name.slice(name.indexOf(':') + 1));
}
