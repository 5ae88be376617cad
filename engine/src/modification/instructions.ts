import type { Variables } from '../json.ts';
import type { Key } from '../key.ts';

/** What somebody wants to change in a running instance by hand: which elements begin, which end. All of it happens, or nothing. */
export interface Modification {
  readonly activate: readonly ActivateInstruction[];
  readonly move: readonly MoveInstruction[];
  readonly terminate: readonly ElementChoice[];
}

/** An element begins, as if a token had come to it. */
export interface ActivateInstruction {
  readonly elementId: string;
  /** The scope in which it begins, or one around that; scopes in between are made anew. Null: the only one that is active, or a new one. */
  readonly ancestorKey: Key | null;
  readonly variables: readonly VariableInstruction[];
}

/** Variables that are set before the element begins. */
export interface VariableInstruction {
  /** The element itself or a scope around it; null is the process. */
  readonly scopeId: string | null;
  readonly variables: Variables;
}

/** Element instances: the one with this key, or all of an element that are active. */
export type ElementChoice = { readonly elementInstanceKey: Key } | { readonly elementId: string };

/** Each source ends, and the target begins once for it. */
export interface MoveInstruction {
  readonly source: ElementChoice;
  readonly targetElementId: string;
  readonly ancestor: MoveAncestor;
  readonly variables: readonly VariableInstruction[];
}

/**
 * Where the target begins. `any`: as an activation without an ancestor. `inferred`: in the innermost scope around the source that is around
 * the target, too. `source-parent`: in the scope of the source.
 */
export type MoveAncestor =
  | { readonly type: 'any' | 'inferred' | 'source-parent' }
  | { readonly type: 'key'; readonly key: Key };
