import { nodeOf } from '../definition/process-definition.ts';
import { scopeOf } from '../roles.ts';
import type { Node } from '../elements/registry.ts';
import { fail, ok, type Result } from '../failure.ts';
import type { Json } from '../json.ts';
import type { Key } from '../key.ts';
import type { ElementInstance } from '../state.ts';
import { isArriving, type Step } from '../step.ts';
import { whyTooLarge } from '../variable-size.ts';
import { chooseElements, nameOf, outerScopeOf, withContents, withEmptied } from './choose-elements.ts';
import { findScope, isAround, livingScope, type ScopeBook } from './find-scope.ts';
import type { ActivateInstruction, Modification, MoveInstruction, VariableInstruction } from './instructions.ts';
import { around, evaluateScope, type LivingScope, type NewScope, type PlannedScope } from './planned-scope.ts';
import { hasOtherTokens, waitingAt, type WaitingTokens } from './waiting-tokens.ts';
import { whyNeverActivatable } from './why-not-activatable.ts';

/** What a modification will do, known before anything of it is done. */
export interface ModificationPlan {
  /** Scopes that are there and get variables. */
  readonly living: readonly LivingScope[];
  /** Scopes to be made, the outer before the inner. */
  readonly made: readonly NewScope[];
  readonly activations: readonly PlannedActivation[];
  /** Tokens at joins that are taken away. */
  readonly discarded: readonly WaitingTokens[];
  /** All that ends, with what is in it and what it leaves empty. */
  readonly dying: ReadonlySet<Key>;
}

export interface PlannedActivation {
  readonly node: Node;
  readonly scope: PlannedScope;
  readonly values: ReadonlyMap<string, Json>;
}

/** Works out a modification. Nothing is changed by that. Either all of it can be done, or every reason why it cannot is told. */
export const planModification = (
  step: Step,
  { activate, move, terminate }: Modification,
): Result<ModificationPlan, readonly string[]> => {
  const problems: string[] = [];
  const ending = new Set<Key>();
  const discarded: WaitingTokens[] = [];
  for (const choice of terminate) {
    const chosen = chooseElements(step, choice);
    const tokens = 'elementId' in choice ? waitingAt(step, choice.elementId) : [];
    discarded.push(...tokens);
    if (chosen.ok) for (const { key } of chosen.value) ending.add(key);
    else if (tokens.length === 0) problems.push(`Terminate: ${chosen.error}.`);
  }
  const moves: { readonly instruction: MoveInstruction; readonly source: ElementInstance }[] = [];
  for (const instruction of move) {
    const chosen = chooseElements(step, instruction.source);
    if (!chosen.ok) problems.push(`Move to '${instruction.targetElementId}': ${chosen.error}.`);
    for (const source of chosen.ok ? chosen.value : []) {
      ending.add(source.key);
      moves.push({ instruction, source });
    }
  }
  const dying = withContents(step, ending);
  const book: ScopeBook = { step, dying, living: new Map(), made: [], shared: new Map() };
  const activations: PlannedActivation[] = [];
  const add = (what: string, planned: Result<PlannedActivation, string>): void => {
    if (planned.ok) activations.push(planned.value);
    else problems.push(`${what}: ${planned.error}.`);
  };
  for (const instruction of activate)
    add(
      `Activate '${instruction.elementId}'`,
      planActivation(book, instruction, ancestorByKey(step, instruction.ancestorKey)),
    );
  for (const { instruction, source } of moves) {
    const { targetElementId: elementId, variables } = instruction;
    const ancestor = ancestorOfMove(book, instruction, source);
    add(`Move ${nameOf(step, source)} to '${elementId}'`, planActivation(book, { elementId, variables }, ancestor));
  }
  if (problems.length > 0) return fail(problems);
  const lightened = discarded.map(({ scopeKey }) => scopeKey);
  const kept = keptBy(book, activations);
  const all = withEmptied(step, dying, lightened, kept, (scope) => isOpen(step, scope, discarded));
  const { parent, key } = step.state;
  if (parent && all.has(key))
    return fail([
      `Nothing would be left in instance ${key}, but it was called by instance ${parent.processInstanceKey}: modify that one, or cancel the root instance ${step.state.rootKey}.`,
    ]);
  return ok({ living: [...book.living.values()], made: book.made, activations, discarded, dying: all });
};

type Found = Result<ElementInstance | null, string>;

const ancestorByKey = (step: Step, key: Key | null): Found => {
  if (key === null) return ok(null);
  const instance = step.state.elements.get(key);
  return instance ? ok(instance) : fail(`its ancestor ${key} is not active in this process instance`);
};

const ancestorOfMove = (
  { step, dying }: ScopeBook,
  { ancestor, targetElementId }: MoveInstruction,
  source: ElementInstance,
): Found => {
  if (ancestor.type === 'any') return ok(null);
  if (ancestor.type === 'key') return ancestorByKey(step, ancestor.key);
  const scope = outerScopeOf(step, source);
  if (ancestor.type === 'source-parent') return ok(scope ?? null);
  const target = step.definition.elements.get(targetElementId);
  for (let each = scope; each && target; each = scopeOf(step.state, each))
    if (!dying.has(each.key) && isAround(step, each, target)) return ok(each);
  return ok(null);
};

const planActivation = (
  book: ScopeBook,
  { elementId, variables }: Pick<ActivateInstruction, 'elementId' | 'variables'>,
  ancestor: Found,
): Result<PlannedActivation, string> => {
  const { step } = book;
  const node = step.definition.elements.get(elementId);
  if (!node) return fail(`process '${step.definition.id}' has no such element`);
  const never = whyNeverActivatable(step.definition, node);
  if (never !== null) return fail(never);
  if (!ancestor.ok) return ancestor;
  if (ancestor.value && !isAround(step, ancestor.value, node))
    return fail(`its ancestor ${nameOf(step, ancestor.value)} is no scope around it`);
  const madeBefore = book.made.length;
  const scope = findScope(book, node, ancestor.value);
  if (!scope.ok) return scope;
  const values = new Map<string, Json>();
  const wrong = spreadVariables(book, node, scope.value, values, variables);
  if (wrong !== null) return fail(wrong);
  for (const made of book.made.slice(madeBefore)) {
    const failure = evaluateScope(step, made, (key) => livingScope(book, key));
    if (failure) return fail(`its scope '${made.node.id}' cannot be made. ${failure.message}`);
  }
  return ok({ node, scope: scope.value, values });
};

/** Gives the variables to the scopes that they are for; those of the element itself go to `own`. Answers what is wrong with them. */
const spreadVariables = (
  book: ScopeBook,
  node: Node,
  scope: PlannedScope,
  own: Map<string, Json>,
  instructions: readonly VariableInstruction[],
): string | null => {
  const { step } = book;
  for (const { scopeId, variables } of instructions) {
    const values =
      scopeId === null
        ? livingScope(book, step.state.key).values
        : scopeId === node.id
          ? own
          : valuesAround(book, scope, scopeId);
    if (!values) return `'${scopeId}', which its variables are for, is no scope around it`;
    for (const [name, value] of Object.entries(variables)) {
      const tooLarge = whyTooLarge(name, value, step.limits);
      if (tooLarge !== null) return tooLarge;
      values.set(name, value);
    }
  }
  return null;
};

const valuesAround = (book: ScopeBook, innermost: PlannedScope, scopeId: string): Map<string, Json> | null => {
  const living = (key: Key): LivingScope => livingScope(book, key);
  for (let scope: PlannedScope | null = innermost; scope !== null; scope = around(book.step, scope, living)) {
    const id = scope.kind === 'new' ? scope.node.id : book.step.state.elements.get(scope.key)?.elementId;
    if (id === scopeId) return scope.values;
  }
  return null;
};

/** Living scopes in which something begins. */
const keptBy = (book: ScopeBook, activations: readonly PlannedActivation[]): Set<Key> => {
  const kept = new Set<Key>();
  for (const scope of [...book.made.map(({ parent }) => parent), ...activations.map((each) => each.scope)])
    if (scope.kind === 'living') kept.add(scope.key);
  return kept;
};

/** Whether something is still to happen in a scope in which nothing lives: a token waits or is on its way, or activities wait for their turn. */
const isOpen = (step: Step, scope: ElementInstance, discarded: readonly WaitingTokens[]): boolean =>
  hasOtherTokens(scope, discarded) ||
  isArriving(step, scope.key) ||
  (scope.adHoc?.pending.length ?? 0) > 0 ||
  (scope.job !== null && nodeOf(step.definition, scope.elementId).type === 'ad-hoc-sub-process');
