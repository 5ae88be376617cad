import { children, extensions, sameType, text, type ModdleElement } from '../model/moddle.ts';
import { unsupported, type CompileContext } from './compile-context.ts';

/** Extension elements that change execution and are not executed by this version. */
const refusedExtensions: Readonly<Record<string, string>> = {
  'zeebe:calledDecision': 'a called decision',
  'zeebe:agentDefinition': 'an agent definition',
};

/** Attributes of activities that change how many tokens come and go (13.3.2) when they are not 1. */
const quantities = ['startQuantity', 'completionQuantity'] as const;

/** Names everything on an element that this version does not execute, so that nothing is skipped in silence. */
export const refuseUnsupported = (element: ModdleElement, context: CompileContext): void => {
  const refuse = (what: string): void => unsupported(context, element, what);
  for (const each of extensions(element)) {
    const name = Object.keys(refusedExtensions).find((type) => sameType(each.$type, type));
    if (name === 'zeebe:calledDecision' && element.$type === 'bpmn:BusinessRuleTask') continue;
    if (name !== undefined && !isEmptyList(each)) refuse(refusedExtensions[name] ?? name);
  }
  for (const name of quantities) {
    const quantity = Number(element[name] ?? 1);
    if (quantity !== 1) refuse(`a ${name} of ${quantity}`);
  }
  if (text(element, 'id') === '__proto__') {
    context.problems.error(
      '__proto__',
      'invalid-property',
      "Expected an id that no program language reserves, found '__proto__'. Rename the element.",
    );
  }
};

/** The modeler leaves empty lists behind when the last entry is removed. */
const isEmptyList = (element: ModdleElement): boolean =>
  ('listeners' in element && children(element, 'listeners').length === 0) ||
  ('values' in element && children(element, 'values').length === 0);
