import { child, children, extensions, flag, sameType, text, type ModdleElement } from '../model/moddle.ts';
import { unsupported, type CompileContext } from './compile-context.ts';

/** Extension elements that change execution and are not executed by this version. */
const refusedExtensions: Readonly<Record<string, string>> = {
  'zeebe:executionListeners': 'an execution listener',
  'zeebe:taskListeners': 'a task listener',
  'zeebe:calledDecision': 'a called decision',
  'zeebe:linkedResources': 'a linked resource',
  'zeebe:adHoc': 'an ad-hoc configuration',
  'zeebe:conditionalFilter': 'a conditional filter',
  'zeebe:agentDefinition': 'an agent definition',
};

/** Names everything on an element that this version does not execute, so that nothing is skipped in silence. */
export const refuseUnsupported = (element: ModdleElement, context: CompileContext): void => {
  const refuse = (what: string): void => unsupported(context, element, what);
  const loop = child(element, 'loopCharacteristics');
  if (loop) refuse(loop.$type === 'bpmn:StandardLoopCharacteristics' ? 'a standard loop' : 'multi-instance');
  if (flag(element, 'isForCompensation', false)) refuse('a compensation handler');
  if (child(element, 'ioSpecification')) refuse('an ioSpecification');
  if (children(element, 'dataInputAssociations').length > 0 || children(element, 'dataOutputAssociations').length > 0)
    refuse('a data association');
  if (children(element, 'properties').length > 0) refuse('a property of the standard');
  if (element.$type === 'bpmn:StartEvent' && !flag(element, 'isInterrupting', true))
    refuse('a non-interrupting start event');
  for (const each of extensions(element)) {
    const name = Object.keys(refusedExtensions).find((type) => sameType(each.$type, type));
    if (name === 'zeebe:calledDecision' && element.$type === 'bpmn:BusinessRuleTask') continue;
    if (name !== undefined && !isEmptyList(each)) refuse(refusedExtensions[name] ?? name);
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
