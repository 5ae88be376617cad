import { fail, ok, type Result } from '../failure.ts';
import { feelFunction } from '../feel/feel-function.ts';
import { setOwn, toJson } from '../feel/to-json.ts';
import type { FeelLookup } from '../feel/expression.ts';
import type { Json, Variables } from '../json.ts';
import { call, functionValue } from './boxed/function-definition.ts';
import type { DecisionModel, DecisionNode, DecisionType, ServiceNode } from './decision-model.ts';
import { fitType } from './fit-type.ts';
import { startRun, type EvaluatedInput, type MatchedRule, type Run, type Scope, type TableTrace } from './run.ts';

/** What one decision did; of a decision table also its inputs and the rules that matched. */
export interface EvaluatedDecision {
  readonly decisionId: string;
  readonly decisionName: string;
  readonly decisionType: DecisionType;
  readonly inputs: readonly EvaluatedInput[];
  readonly matchedRules: readonly MatchedRule[];
  /** Null also where the decision failed. */
  readonly output: Json;
}

/** Which decision failed, and why: a sentence. */
export interface DecisionFailure {
  readonly decisionId: string;
  readonly message: string;
}

/** The result of an evaluation and its trace: the decisions in the order in which they were evaluated, one that failed last. */
export type DecisionOutcome = { readonly evaluated: readonly EvaluatedDecision[] } & (
  | { readonly ok: true; readonly output: Json }
  | { readonly ok: false; readonly failure: DecisionFailure }
);

/**
 * Evaluates a decision and, once each and before it, all that it requires (DMN 1.5, 6 and 10.4). It sees the variables by their names; a required
 * decision is seen by its variable, its name or its id. Deterministic: `nowMs` (epoch milliseconds) is the only clock. The decision must be
 * one of the model.
 */
export const evaluateDecision = (
  model: DecisionModel,
  decisionId: string,
  variables: Variables,
  nowMs: number,
): DecisionOutcome => {
  const evaluated: EvaluatedDecision[] = [];
  const result = decisionValue(decisionId, {
    model,
    run: startRun(nowMs),
    variables: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    results: new Map(),
    evaluated,
  });
  return result.ok
    ? { ok: true, output: toJson(result.value), evaluated }
    : { ok: false, failure: result.error, evaluated };
};

/** The world in which decisions are evaluated: all of one call share it; a decision service makes its own. */
interface World {
  readonly model: DecisionModel;
  readonly run: Run;
  readonly variables: FeelLookup;
  /** What has been decided, by decision id. */
  readonly results: Map<string, unknown>;
  /** Null where nobody wants to know: inside decision services. */
  readonly evaluated: EvaluatedDecision[] | null;
}

const decisionValue = (id: string, world: World): Result<unknown, DecisionFailure> => {
  if (world.results.has(id)) return ok(world.results.get(id));
  const decision = world.model.decisions.get(id);
  if (!decision) throw new Error(`Expected decision ${id} in the model, found none.`);
  for (const required of decision.requiredDecisions) {
    const found = decisionValue(required, world);
    if (!found.ok) return found;
  }
  const trace: TableTrace = { inputs: [], rules: [] };
  const result = evaluateLogic(decision, world, trace);
  world.evaluated?.push({
    decisionId: id,
    decisionName: decision.name,
    decisionType: decision.decisionType,
    inputs: trace.inputs,
    matchedRules: trace.rules,
    output: result.ok ? toJson(result.value) : null,
  });
  if (!result.ok) {
    const message = `Expected to evaluate decision '${decision.name}' (${id}), but it failed. ${result.error}`;
    return fail({ decisionId: id, message });
  }
  world.results.set(id, result.value);
  return result;
};

const evaluateLogic = (decision: DecisionNode, world: World, trace: TableTrace): Result<unknown, string> => {
  const names = new Map<string, unknown>();
  const scope: Scope = {
    run: world.run,
    lookup: (name) => (names.has(name) ? names.get(name) : world.variables(name)),
    trace,
  };
  addKnowledge(decision.requiredKnowledge, world, names);
  for (const id of decision.requiredInputs) {
    const input = world.model.inputs.get(id);
    const value = input && world.variables(input.name);
    if (input === undefined || value === undefined) continue;
    const fitted = fitType(value, input.type, `the input data '${input.name}'`, scope);
    if (!fitted.ok) return fitted;
    names.set(input.name, fitted.value);
  }
  for (const id of decision.requiredDecisions) addResult(id, world, names);
  const result = decision.logic.evaluate(scope);
  return result.ok ? fitType(result.value, decision.type, 'its result', scope) : result;
};

/** A result is seen under all names of its decision; where two decisions share one, the more exact kind of name wins. */
const addResult = (id: string, { model, results }: World, names: Map<string, unknown>): void => {
  const decision = model.decisions.get(id);
  const value = results.get(id);
  for (const name of [id, decision?.name ?? id]) if (!names.has(name)) names.set(name, value);
  names.set(decision?.variable ?? id, value);
};

/** The functions that a decision or another function may call: required knowledge models and services. */
const addKnowledge = (ids: readonly string[], world: World, names: Map<string, unknown>): void => {
  for (const id of ids) {
    const node = world.model.knowledge.get(id);
    if (node === undefined) continue;
    const value = node.kind === 'service' ? serviceValue(node, world) : knowledgeValue(id, world);
    if (!names.has(id)) names.set(id, value);
    names.set(node.name, value);
  }
};

/** A knowledge model sees its parameters, what it requires and itself; nothing of whoever calls it. */
const knowledgeValue = (id: string, world: World): unknown => {
  const node = world.model.knowledge.get(id);
  if (node?.kind !== 'function') return null;
  const names = new Map<string, unknown>();
  const value = functionValue(node.logic, { run: world.run, lookup: (name) => names.get(name), trace: null });
  addKnowledge(node.requiredKnowledge, world, names);
  names.set(node.name, value);
  return value;
};

/**
 * A decision service as a function of its input data, then its input decisions. The decisions inside it see nothing but these. One output
 * decision: its value; several: a context of them by name.
 */
const serviceValue = (service: ServiceNode, world: World): unknown => {
  const { model, run } = world;
  const inputs = service.inputs.flatMap((id) => model.inputs.get(id) ?? []);
  const decisions = service.inputDecisions.flatMap((id) => model.decisions.get(id) ?? []);
  const parameters = [...inputs.map(({ name }) => name), ...decisions.map(({ variable }) => variable)];
  const title = `decision service '${service.name}'`;
  return feelFunction(parameters, (...args) =>
    call(run, title, () => {
      const given = new Map(inputs.map(({ name }, index) => [name, args[index] ?? null]));
      const results = new Map<string, unknown>();
      const inner: World = { model, run, variables: (name) => given.get(name), results, evaluated: null };
      for (const [index, { id, type, variable }] of decisions.entries()) {
        const scope: Scope = { run, lookup: inner.variables, trace: null };
        const fitted = fitType(args[inputs.length + index], type, `parameter '${variable}' of ${title}`, scope);
        if (!fitted.ok) return fitted;
        results.set(id, fitted.value);
      }
      return serviceResult(service, inner, title);
    }),
  );
};

const serviceResult = (service: ServiceNode, inner: World, title: string): Result<unknown, string> => {
  const outputs: Record<string, unknown> = {};
  let single: unknown = null;
  for (const id of service.outputDecisions) {
    const found = decisionValue(id, inner);
    if (!found.ok) return fail(found.error.message);
    single = found.value;
    setOwn(outputs, inner.model.decisions.get(id)?.variable ?? id, found.value);
  }
  const value = service.outputDecisions.length === 1 ? single : outputs;
  return fitType(value, service.type, `the result of ${title}`, {
    run: inner.run,
    lookup: inner.variables,
    trace: null,
  });
};
