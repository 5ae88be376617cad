import { expect, it } from 'vitest';
import type { ModdleElement } from '../bpmn/modeler-services';
import type { Template } from '../templates/template';
import { deprecatedTemplate } from './deprecated-template';

const template = (version: number, deprecated?: Template['deprecated']): Template => ({
  id: 'ship',
  name: 'Ship',
  appliesTo: [],
  version,
  ...(deprecated === undefined ? {} : { deprecated }),
});
const templates = [template(1, { message: 'Use the courier.' }), template(2, true), template(3, false), template(4)];

it.each([
  [1, ['The template Ship should no longer be used: Use the courier.']],
  [2, ['The template Ship should no longer be used.']],
  [3, []],
  [4, []],
  // None at all, and one that is gone, which another rule tells.
  [undefined, []],
  [9, []],
])('should tell of a template in version %s that its authors advise against', (version, messages) => {
  const values: Record<string, unknown> = { 'zeebe:modelerTemplate': 'ship', 'zeebe:modelerTemplateVersion': version };
  const element: ModdleElement = { $type: 'bpmn:Task', id: 'task', get: (name) => values[name] };
  const told: string[] = [];
  deprecatedTemplate({ templates }).check(element, { report: (_id, message) => told.push(message) });
  expect(told).toEqual(messages);
});
