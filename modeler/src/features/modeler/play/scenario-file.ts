import type { Scenario } from '../../../api/plays';
import { t } from '../../../language/texts';

/** The file of scenarios beside a model: `order.scenarios.json` beside `order.bpmn`. */
export function scenarioFileName(modelName: string): string {
  return modelName.replace(/\.bpmn$/i, '') + '.scenarios.json';
}

/** The text of that file. */
export function scenarioFileText(scenarios: readonly Scenario[]): string {
  return `${JSON.stringify({ version: 1, scenarios }, null, 2)}\n`;
}

/**
 * The scenarios in a file; what is in each is checked when it is saved.
 *
 * @throws {Error} what was expected and found, for another file
 */
export function readScenarioFile(text: string): readonly Scenario[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new Error(
      t('Expected a file of scenarios, found no JSON: {{reason}}', {
        reason: error instanceof Error ? error.message : '',
      }),
    );
  }
  const { version, scenarios } = (content ?? {}) as { readonly version?: unknown; readonly scenarios?: unknown };
  if (version !== 1 || !Array.isArray(scenarios))
    throw new Error(
      t('Expected a file of scenarios, an object with "version": 1 and "scenarios"; found something else.'),
    );
  return scenarios as Scenario[];
}

/** Those that were there, with those that came: one of the same name takes the place of the other. */
export function withScenarios(list: readonly Scenario[], added: readonly Scenario[]): readonly Scenario[] {
  const names = new Set(added.map(({ name }) => name));
  return [...list.filter(({ name }) => !names.has(name)), ...added];
}
