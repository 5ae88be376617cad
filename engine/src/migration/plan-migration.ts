import { nodeOf, type ProcessDefinition } from '../definition/process-definition.ts';
import { fail, ok, type Result } from '../failure.ts';
import type { Key } from '../key.ts';
import { scopeOf } from '../roles.ts';
import type { Compensation, ElementInstance } from '../state.ts';
import type { Step } from '../step.ts';
import { lookupFrom } from '../variables.ts';
import { prepareWaits } from '../waits.ts';
import { catchersIn, isCatching } from './catchers.ts';
import type { ElementMapping } from './instructions.ts';
import { readMapping, type ElementMap } from './read-mapping.ts';
import { whyNotSameKind } from './same-kind.ts';

/** What a migration will do, known before anything of it is done. */
export interface MigrationPlan {
  /** New ids by those of now; what is not in it keeps its id. */
  readonly elementIds: ElementMap;
  readonly changes: readonly WaitChange[];
}

/** What one element instance no longer waits for, and what it waits for from then on. */
interface WaitChange {
  readonly key: Key;
  readonly closed: ReadonlySet<string>;
  readonly open: (instance: ElementInstance) => void;
}

interface Check {
  readonly step: Step;
  readonly target: ProcessDefinition;
  readonly map: ElementMap;
  readonly problems: string[];
}

/** Works out a migration. Nothing is changed by that. Either it can be done, or every reason why it cannot is told. */
export const planMigration = (
  step: Step,
  target: ProcessDefinition,
  mappings: readonly ElementMapping[],
): Result<MigrationPlan, readonly string[]> => {
  const problems: string[] = [];
  const check: Check = { step, target, problems, map: readMapping(step.definition, target, mappings, problems) };
  const changes: WaitChange[] = [];
  for (const instance of step.state.elements.values()) {
    checkCompensations(check, instance.compensations);
    const targetId = targetOf(check, instance);
    if (targetId === null) continue;
    checkScope(check, instance, targetId);
    checkTokens(check, instance);
    checkOtherIds(check, instance);
    if (isCatching(step, instance)) {
      const change = changeWaits(check, instance, targetId);
      if (change) changes.push(change);
    }
  }
  return problems.length > 0 ? fail([...new Set(problems)]) : ok({ elementIds: check.map, changes });
};

/** The element that stands for that of an instance, when it can. */
const targetOf = (check: Check, { key, elementId }: ElementInstance): string | null => {
  const { step, target, map, problems } = check;
  const targetId = map.get(elementId);
  if (targetId === undefined) {
    problems.push(`'${elementId}' is active (${key}) and not mapped.`);
    return null;
  }
  const why = whyNotSameKind(nodeOf(step.definition, elementId), nodeOf(target, targetId));
  if (why !== null) problems.push(`${why}.`);
  return why === null ? targetId : null;
};

/** The scope around must stand for the scope around. */
const checkScope = ({ step, target, map, problems }: Check, instance: ElementInstance, targetId: string): void => {
  const scope = scopeOf(step.state, instance);
  // Around an instance of a loop stands its body; what is being canceled stands directly in the process.
  if (!scope || scope.elementId === instance.elementId || instance.state === 'TERMINATING') return;
  // A handler stands where its activity stood, which may be inside the body of that.
  if (instance.compensates !== null) return;
  const { scopeId } = nodeOf(target, targetId);
  const wanted = map.get(scope.elementId);
  if (wanted !== undefined && wanted !== scopeId)
    problems.push(
      `'${instance.elementId}' is active inside '${scope.elementId}', but '${targetId}' is inside '${scopeId ?? ''}' and not inside '${wanted}'.`,
    );
};

/** Tokens that wait at a join, and gateways that wait for reset. */
const checkTokens = ({ step, target, map, problems }: Check, scope: ElementInstance): void => {
  const waiting = new Map<string, Iterable<string>>([...(scope.resets ?? [])]);
  for (const [elementId, flows] of scope.parked ?? []) waiting.set(elementId, flows.keys());
  for (const [elementId, flowIds] of waiting) {
    const targetId = map.get(elementId);
    if (targetId === undefined) {
      problems.push(`Tokens wait at '${elementId}', which is not mapped.`);
      continue;
    }
    const gateway = nodeOf(target, targetId);
    const why = whyNotSameKind(nodeOf(step.definition, elementId), gateway);
    if (why !== null) problems.push(`${why}.`);
    const held = new Set(flowIds);
    for (const flowId of held)
      if (!gateway.incoming.includes(flowId))
        problems.push(`A token waits at '${elementId}' on flow '${flowId}', which does not lead to '${targetId}'.`);
    if (gateway.type === 'parallel-gateway' && gateway.incoming.every((flowId) => held.has(flowId)))
      problems.push(`Tokens wait at '${elementId}' on every flow that leads to '${targetId}': it would never fire.`);
  }
};

/** What completed and can be compensated stays so. */
const checkCompensations = (check: Check, entries: ReadonlyMap<Key, Compensation> | null): void => {
  const { step, target, map, problems } = check;
  for (const { elementId, inner } of entries?.values() ?? []) {
    checkCompensations(check, inner);
    const targetId = map.get(elementId);
    if (targetId === undefined) {
      problems.push(`'${elementId}' has completed, can be compensated and is not mapped.`);
      continue;
    }
    const [from, to] = [nodeOf(step.definition, elementId), nodeOf(target, targetId)];
    const why = whyNotSameKind(from, to);
    if (why !== null) problems.push(`${why}.`);
    if (from.compensationHandler !== null && to.compensationHandler === null)
      problems.push(
        `'${elementId}' has completed and can be compensated, but '${targetId}' has no compensation handler.`,
      );
  }
};

/** Ids of elements that have yet to begin. */
const checkOtherIds = ({ target, map, problems }: Check, instance: ElementInstance): void => {
  for (const { elementId } of instance.adHoc?.pending ?? [])
    if (!map.has(elementId))
      problems.push(`'${elementId}' waits for its turn in '${instance.elementId}' and is not mapped.`);
  const { trigger, state, elementId } = instance;
  if (state !== 'ACTIVATING' || !trigger) return;
  for (const id of trigger.begins ?? [trigger.targetId])
    if (!target.elements.has(map.get(id) ?? id))
      problems.push(`'${elementId}' has yet to begin at '${id}', which is not mapped.`);
};

const changeWaits = (check: Check, instance: ElementInstance, targetId: string): WaitChange | null => {
  const { step, target, map, problems } = check;
  const before = new Set(catchersIn(step, instance, step.definition, instance.elementId).map((each) => each.targetId));
  const catchers = catchersIn(step, instance, target, targetId);
  const after = new Set(catchers.map((each) => each.targetId));
  const kept = new Map<string, string>();
  for (const id of before) {
    const to = map.get(id);
    if (to === undefined) continue;
    const other = kept.get(to);
    if (other !== undefined) problems.push(`'${other}' and '${id}' are both mapped to '${to}'.`);
    kept.set(to, id);
    const why = whyNotSameKind(nodeOf(step.definition, id), nodeOf(target, to));
    if (why !== null) problems.push(`${why}.`);
    else if (!after.has(to))
      problems.push(`'${id}' belongs to '${instance.elementId}', but '${to}' does not belong to '${targetId}'.`);
  }
  const opened = prepareWaits(
    step,
    catchers.filter((each) => !kept.has(each.targetId)),
    lookupFrom(step, instance.key),
  );
  if (!opened.ok) {
    problems.push(`'${targetId}' cannot wait for its events. ${opened.error.message}`);
    return null;
  }
  const closed = new Set([...before].filter((id) => !map.has(id)));
  return { key: instance.key, closed, open: opened.value };
};
