import { children, text, type ModdleElement } from '../model/moddle.ts';
import type { DecisionModel } from './decision-model.ts';
import { report, type DmnContext } from './dmn-context.ts';

/** Decisions on top of each other; each level is a level of the evaluation. */
const maxLevels = 100;

/** Reads `href` references to elements of these types and reports those that lead nowhere. */
export const readReferences = (
  definitions: ModdleElement,
): ((elements: readonly ModdleElement[], types: readonly string[], context: DmnContext) => readonly string[]) => {
  const typeOf = new Map(children(definitions, 'drgElement').map((each) => [each.id ?? '', each.$type]));
  const namespace = text(definitions, 'namespace');
  return (elements, types, context) =>
    elements.flatMap((element) => {
      const href = text(element, 'href') ?? '';
      const at = href.indexOf('#');
      const place = href.slice(0, Math.max(at, 0));
      const id = href.slice(at + 1);
      if (place !== '' && place !== namespace) {
        report(
          context,
          context.owner,
          'unsupported-element',
          `expected everything in one file, found a reference to '${href}' in another, which is not executed. Copy what is needed into this file.`,
        );
        return [];
      }
      const found = typeOf.get(id);
      if (found !== undefined && types.includes(found)) return [id];
      const wanted = types.map((type) => words(type)).join(' or ');
      report(
        context,
        context.owner,
        'missing-reference',
        `expected the reference '${href}' to name a ${wanted} of this file, found ${found === undefined ? 'nothing of that id' : `a ${words(found)}`}. Remove the reference or add the element.`,
      );
      return [];
    });
};

const words = (type: string): string =>
  type
    .slice(type.indexOf(':') + 1)
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();

/** Refuses circles among requirements, and towers of them that are too high to be evaluated. */
export const refuseCycles = (model: DecisionModel, context: DmnContext): void => {
  const levels = new Map<string, number>();
  const path: string[] = [];
  const fail = (id: string, code: 'requirement-cycle' | 'invalid-property', sentence: string): void =>
    context.problems.error(id, code, sentence);
  /** The height of what is below; found once for each element. */
  const visit = (id: string): number => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    const at = path.indexOf(id);
    if (at >= 0) {
      const circle = [...path.slice(at), id].join(' → ');
      fail(
        id,
        'requirement-cycle',
        `Expected requirements without a circle, found ${circle}. Remove one of the requirements.`,
      );
      return 0;
    }
    if (path.length > maxLevels) {
      fail(
        id,
        'invalid-property',
        `Expected at most ${maxLevels} requirements on top of each other, found more at '${id}'. Put several decisions into one.`,
      );
      return 0;
    }
    path.push(id);
    let level = 0;
    for (const below of requiredBy(model, id)) level = Math.max(level, visit(below) + 1);
    path.pop();
    levels.set(id, level);
    return level;
  };
  for (const id of [...model.decisions.keys(), ...model.knowledge.keys()]) visit(id);
};

const requiredBy = (model: DecisionModel, id: string): readonly string[] => {
  const decision = model.decisions.get(id);
  if (decision) return [...decision.requiredDecisions, ...decision.requiredKnowledge];
  const knowledge = model.knowledge.get(id);
  if (knowledge?.kind === 'function') return knowledge.requiredKnowledge;
  return knowledge ? [...knowledge.outputDecisions, ...knowledge.encapsulatedDecisions] : [];
};
