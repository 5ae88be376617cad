import type { DmnElement } from 'dmn-js/lib/Modeler';

const simplePath = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

const targetOf = (reference: { readonly href: string } | undefined): string | undefined =>
  reference?.href.replace(/^#/, '');

/**
 * The variables that a decision needs from outside: its input data, and what the inputs of its table name, its own and those of all decisions that it
 * requires. What another decision gives is none of them.
 */
export function neededVariables(definitions: DmnElement, decisionId: string): readonly string[] {
  const byId = new Map((definitions.drgElement ?? []).map((element) => [element.id, element]));
  const names = new Set<string>();
  const given = new Set<string>();
  const seen = new Set<string>();
  const pending = [decisionId];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const decision = byId.get(id);
    if (decision === undefined || seen.has(id)) continue;
    seen.add(id);
    for (const requirement of decision.informationRequirement ?? []) {
      const input = byId.get(targetOf(requirement.requiredInput) ?? '');
      if (input !== undefined) names.add(input.name ?? input.id);
      const required = targetOf(requirement.requiredDecision);
      if (required === undefined) continue;
      pending.push(required);
      given.add(required).add(byId.get(required)?.name ?? required);
    }
    for (const { inputExpression } of decision.decisionLogic?.input ?? []) {
      const [name] = simplePath.test(inputExpression?.text ?? '') ? (inputExpression?.text ?? '').split('.') : [];
      if (name !== undefined) names.add(name);
    }
  }
  return [...names].filter((name) => !given.has(name));
}
