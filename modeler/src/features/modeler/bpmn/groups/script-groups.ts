import { Group } from '@bpmn-io/properties-panel';
import { canvasText, t } from '../../../../language/texts';
import { extensionOf, extensionsWith } from '../element-link';
import type { DiagramElement, ModdleElement } from '../modeler-services';
import type { PanelGroup } from './element-groups';
import {
  codeEntry,
  ofExtension,
  ofProperty,
  selectEntry,
  textEntry,
  type Create,
  type ModelChange,
} from './field-entries';

/** Who runs a script task. */
type Runner = 'none' | 'feel' | 'javascript' | 'worker';

const ofScripts: readonly string[] = ['zeebe:Script', 'zeebe:TaskDefinition', 'zeebe:TaskHeaders'];

function runnerOf(task: ModdleElement): Runner {
  if (extensionOf(task, 'zeebe:TaskDefinition') !== undefined) return 'worker';
  const script = extensionOf(task, 'zeebe:Script');
  if (script?.get('expression') === undefined && task.get('scriptFormat') !== undefined) return 'javascript';
  return script === undefined ? 'none' : 'feel';
}

/** Another runner in place of the one before; the name of the result stays. */
function runBy(task: ModdleElement, runner: Runner, create: Create): ModelChange {
  const resultVariable = extensionOf(task, 'zeebe:Script')?.get('resultVariable');
  const named = resultVariable === undefined ? {} : { resultVariable };
  const added =
    runner === 'feel' || (runner === 'javascript' && resultVariable !== undefined)
      ? create('zeebe:Script', named, task)
      : runner === 'worker'
        ? create('zeebe:TaskDefinition', {}, task)
        : null;
  const isJavascript = runner === 'javascript';
  const factory = { create: (type: string, attributes: object) => create(type, { ...attributes }, task) };
  return {
    target: task,
    properties: {
      extensionElements: extensionsWith(factory, task, ofScripts, added),
      scriptFormat: isJavascript ? 'javascript' : undefined,
      script: isJavascript ? (task.get('script') ?? '') : undefined,
    },
  };
}

/** Script tasks can also be JavaScript, which the zeebe panel does not know: its choice is replaced by one that has it. */
export function withJavascript(element: DiagramElement, groups: readonly PanelGroup[]): PanelGroup[] {
  const { businessObject } = element;
  if (businessObject.$type !== 'bpmn:ScriptTask') return [...groups];
  const runner = selectEntry({
    id: 'baton-script-runner',
    element,
    label: canvasText('Implementation'),
    get: () => runnerOf(businessObject),
    change: (value, create) => [runBy(businessObject, (value ?? 'none') as Runner, create)],
    options: () => [
      { value: 'none', label: canvasText('<none>') },
      { value: 'feel', label: canvasText('FEEL expression') },
      { value: 'javascript', label: t('JavaScript') },
      { value: 'worker', label: canvasText('Job worker') },
    ],
  });
  const isJavascript = runnerOf(businessObject) === 'javascript';
  return groups.flatMap((group): PanelGroup[] => {
    if (group.id === 'script' && isJavascript) return [];
    if (group.id !== 'scriptImplementation') return [group];
    const chosen = { ...group, entries: [runner] };
    return isJavascript ? [chosen, javascriptGroup(element)] : [chosen];
  });
}

const javascriptGroup = (element: DiagramElement): PanelGroup => ({
  id: 'baton-javascript',
  label: canvasText('Script'),
  component: Group,
  entries: [
    codeEntry({
      id: 'baton-javascript-source',
      element,
      label: t('JavaScript'),
      description: t('Variables are globals; the value of return, or of the last expression, is the result.'),
      ...ofProperty(element.businessObject, 'script'),
    }),
    textEntry({
      id: 'baton-javascript-result',
      element,
      label: canvasText('Result variable'),
      description: t('Empty: the properties of an object become variables.'),
      ...ofExtension(element.businessObject, 'zeebe:Script', 'resultVariable'),
    }),
  ],
});
