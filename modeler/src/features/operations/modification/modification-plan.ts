import type { ModifyInstance } from '../../../api/process-instances';
import { emptyMark, type DiagramMarks, type ElementMark } from '../../../shared/diagram/diagram-marks';

/** One thing that is to be done to an instance. */
export type PlanStep =
  | { readonly kind: 'move'; readonly from: string; readonly to: string }
  | { readonly kind: 'cancel'; readonly elementId: string }
  | { readonly kind: 'begin'; readonly elementId: string };

/** What is to be done, in the order in which it was chosen. An element is moved or canceled once: that is about all its tokens. */
export type Plan = readonly PlanStep[];

const sourceOf = (step: PlanStep): string | null =>
  step.kind === 'move' ? step.from : step.kind === 'cancel' ? step.elementId : null;

/** The plan with one step more. A second step about the tokens of an element replaces the first. */
export function withStep(plan: Plan, step: PlanStep): Plan {
  if (step.kind === 'move' && step.from === step.to) return plan;
  const source = sourceOf(step);
  return [...plan.filter((other) => source === null || sourceOf(other) !== source), step];
}

/** How the tokens will stand. */
export function plannedMarks(marks: DiagramMarks, plan: Plan): DiagramMarks {
  const byId = new Map<string, ElementMark>(marks.elements.map((mark) => [mark.elementId, mark]));
  const before = new Map(byId);
  const add = (elementId: string, tokens: number, rest: Partial<ElementMark> = {}) => {
    const mark = byId.get(elementId) ?? emptyMark(elementId);
    byId.set(elementId, { ...mark, tokens: mark.tokens + tokens, ...rest });
  };
  for (const step of plan) {
    const source = sourceOf(step);
    const here = source === null ? undefined : before.get(source);
    if (here !== undefined) add(here.elementId, -here.tokens, { incidents: 0 });
    if (step.kind === 'move') add(step.to, here?.tokens ?? 0);
    if (step.kind === 'begin') add(step.elementId, 1);
  }
  return { ...marks, elements: [...byId.values()] };
}

/** The plan as the server takes it. `variables` are set for the whole instance before anything begins. */
export function instructionsOf(plan: Plan, variables: Readonly<Record<string, unknown>> | null): ModifyInstance {
  const first = plan.findIndex(({ kind }) => kind !== 'cancel');
  const set = (index: number) =>
    variables !== null && index === first ? { variableInstructions: [{ variables }] } : {};
  return {
    moveInstructions: plan.flatMap((step, index) =>
      step.kind === 'move'
        ? [
            {
              sourceElementInstruction: { sourceType: 'byId', sourceElementId: step.from },
              targetElementId: step.to,
              ancestorScopeInstruction: { ancestorScopeType: 'inferred' },
              ...set(index),
            },
          ]
        : [],
    ),
    activateInstructions: plan.flatMap((step, index) =>
      step.kind === 'begin' ? [{ elementId: step.elementId, ...set(index) }] : [],
    ),
    terminateInstructions: plan.flatMap((step) => (step.kind === 'cancel' ? [{ elementId: step.elementId }] : [])),
  };
}
