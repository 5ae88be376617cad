import { child, children, extension, text, type ModdleElement } from '../model/moddle.ts';
import { collectProblems, type Problem } from '../model/problem.ts';
import { compileBoxed } from './boxed/compile-boxed.ts';
import { compileLogic } from './boxed/function-definition.ts';
import { collectKnownNames } from './known-names.ts';
import { compileTypes, findType, reportUnknownType } from './compile-types.ts';
import type {
  DecisionModel,
  DecisionNode,
  DecisionType,
  InputNode,
  KnowledgeNode,
  ServiceNode,
} from './decision-model.ts';
import { nameOf, refuseOtherLanguages, report, type DmnContext } from './dmn-context.ts';
import type { DmnType } from './dmn-type.ts';
import { parseDmn } from './parse-dmn.ts';
import { readReferences, refuseCycles } from './requirements.ts';

export type CompileDmnResult =
  | { readonly ok: true; readonly model: DecisionModel; readonly warnings: readonly Problem[] }
  /** Every problem of the file, errors and warnings. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Compiles a DMN file, or answers all the reasons why it cannot be evaluated. Never throws for bad input. */
export const compileDmn = async (xml: string): Promise<CompileDmnResult> => {
  const problems = collectProblems();
  const definitions = await parseDmn(xml, problems);
  let model: DecisionModel | null = null;
  if (definitions) {
    let types: ReadonlyMap<string, DmnType> = new Map();
    const context: DmnContext = {
      problems,
      texts: { expressions: new Map(), tests: new Map() },
      knownNames: collectKnownNames(definitions),
      owner: definitions,
      boxed: compileBoxed,
      typeOf: (element, own) => {
        const typeRef = text(element, 'typeRef');
        if (element === undefined || typeRef === undefined) return null;
        const type = findType(types, typeRef);
        if (type === undefined) reportUnknownType(own, element, typeRef);
        return type ?? null;
      },
    };
    refuseOtherLanguages(context, definitions, 'the file');
    for (const each of children(definitions, 'import')) {
      report(
        context,
        each,
        'unsupported-element',
        `expected everything in one file, found an import of '${text(each, 'namespace') ?? text(each, 'locationURI') ?? ''}', which is not executed. Copy what is needed into this file.`,
      );
    }
    types = compileTypes(definitions, context);
    model = compileModel(definitions, context);
    refuseCycles(model, context);
  }
  if (model === null || problems.list.some((problem) => problem.severity === 'error'))
    return { ok: false, problems: problems.list };
  return { ok: true, model, warnings: problems.list };
};

const compileModel = (definitions: ModdleElement, context: DmnContext): DecisionModel => {
  const elements = children(definitions, 'drgElement');
  const decisions = new Map<string, DecisionNode>();
  const inputs = new Map<string, InputNode>();
  const knowledge = new Map<string, KnowledgeNode | ServiceNode>();
  if (text(definitions, 'id') === undefined)
    report(
      context,
      definitions,
      'missing-id',
      'expected the file to have an id, found none. Give its definitions one.',
    );
  if (!elements.some((each) => each.$type === 'dmn:Decision'))
    report(context, definitions, 'dmn-invalid', 'expected a decision in the file, found none. Draw one.');
  const references = readReferences(definitions);
  for (const element of elements) {
    const own = { ...context, owner: element };
    const id = text(element, 'id');
    if (id === undefined) {
      report(own, element, 'missing-id', 'expected an id, found none. Give the element one.');
      continue;
    }
    if (element.$type === 'dmn:Decision') decisions.set(id, compileDecision(element, id, own, references));
    if (element.$type === 'dmn:InputData') {
      const variable = child(element, 'variable');
      inputs.set(id, { id, name: nameOf(variable) ?? nameOf(element) ?? id, type: own.typeOf(variable, own) });
    }
    if (element.$type === 'dmn:BusinessKnowledgeModel')
      knowledge.set(id, compileKnowledge(element, id, own, references));
    if (element.$type === 'dmn:DecisionService') knowledge.set(id, compileService(element, id, own, references));
  }
  const id = text(definitions, 'id') ?? '';
  return Object.freeze({ id, name: nameOf(definitions) ?? id, decisions, inputs, knowledge });
};

type References = ReturnType<typeof readReferences>;

const decisionTypes: Readonly<Record<string, DecisionType>> = {
  'dmn:DecisionTable': 'DECISION_TABLE',
  'dmn:LiteralExpression': 'LITERAL_EXPRESSION',
};

const compileDecision = (
  element: ModdleElement,
  id: string,
  context: DmnContext,
  references: References,
): DecisionNode => {
  const variable = child(element, 'variable');
  const logic = child(element, 'decisionLogic');
  const name = nameOf(element) ?? id;
  const required = children(element, 'informationRequirement');
  return Object.freeze({
    id,
    name,
    variable: nameOf(variable) ?? name,
    versionTag: text(extension(element, 'zeebe:versionTag'), 'value') ?? null,
    decisionType: decisionTypes[logic?.$type ?? ''] ?? 'UNKNOWN',
    logic: compileBoxed(logic, `the logic of the decision`, context),
    type: context.typeOf(variable, context),
    requiredDecisions: references(
      required.flatMap((each) => child(each, 'requiredDecision') ?? []),
      ['dmn:Decision'],
      context,
    ),
    requiredInputs: references(
      required.flatMap((each) => child(each, 'requiredInput') ?? []),
      ['dmn:InputData'],
      context,
    ),
    requiredKnowledge: requiredKnowledge(element, context, references),
  });
};

const requiredKnowledge = (element: ModdleElement, context: DmnContext, references: References): readonly string[] =>
  references(
    children(element, 'knowledgeRequirement').flatMap((each) => child(each, 'requiredKnowledge') ?? []),
    ['dmn:BusinessKnowledgeModel', 'dmn:DecisionService'],
    context,
  );

const compileKnowledge = (
  element: ModdleElement,
  id: string,
  context: DmnContext,
  references: References,
): KnowledgeNode => {
  const name = nameOf(child(element, 'variable')) ?? nameOf(element) ?? id;
  const logic = child(element, 'encapsulatedLogic');
  if (logic === undefined) {
    report(
      context,
      element,
      'missing-property',
      'expected the knowledge model to have logic, found none. Write its function.',
    );
  }
  return Object.freeze({
    kind: 'function',
    id,
    name,
    logic: compileLogic(logic ?? element, `'${name}'`, context),
    requiredKnowledge: requiredKnowledge(element, context, references),
  });
};

const compileService = (
  element: ModdleElement,
  id: string,
  context: DmnContext,
  references: References,
): ServiceNode => {
  const variable = child(element, 'variable');
  const decisions = (property: string): readonly string[] =>
    references(children(element, property), ['dmn:Decision'], context);
  const outputDecisions = decisions('outputDecision');
  if (outputDecisions.length === 0) {
    report(
      context,
      element,
      'missing-property',
      'expected the service to have an output decision, found none. Put a decision into its upper part.',
    );
  }
  return Object.freeze({
    kind: 'service',
    id,
    name: nameOf(variable) ?? nameOf(element) ?? id,
    type: context.typeOf(variable, context),
    outputDecisions,
    encapsulatedDecisions: decisions('encapsulatedDecision'),
    inputDecisions: decisions('inputDecision'),
    inputs: references(children(element, 'inputData'), ['dmn:InputData'], context),
  });
};
