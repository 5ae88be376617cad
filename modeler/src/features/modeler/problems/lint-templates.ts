import type { LintReport } from '@camunda/linting';
import { CloudElementTemplatesLinterPlugin } from 'bpmn-js-element-templates';
import Linter from 'bpmnlint/lib/linter';
import StaticResolver from 'bpmnlint/lib/resolver/static-resolver';
import type { ModdleElement } from '../bpmn/modeler-services';
import type { Template } from '../templates/template';
import { deprecatedTemplate } from './deprecated-template';

/**
 * Checks elements against their templates: values that a template does not allow, templates that are gone, do not fit or have a newer version, and those
 * that should no longer be used. It goes through the model that is open, once; the linter beside the page would need the code of the templates, which is
 * large, a second time.
 *
 * @param definitions the root of the model
 */
export async function lintTemplates(
  definitions: ModdleElement,
  templates: readonly Template[],
): Promise<readonly LintReport[]> {
  const { config, resolver } = CloudElementTemplatesLinterPlugin(templates);
  const rules = {
    ...config.rules,
    // Told as a hint like the others, where the plugin only mentions it.
    'element-templates/update': ['warn', { templates }],
    'element-templates/deprecated': ['warn', { templates }],
  };
  const linter = new Linter({
    config: { rules },
    resolver: new StaticResolver({
      ...resolver.cache,
      'rule:bpmnlint-plugin-element-templates/deprecated': deprecatedTemplate,
    }),
  });
  return Object.entries(await linter.lint(definitions)).flatMap(([rule, reports]) =>
    reports.map(({ id, message, category, propertiesPanel }) => ({
      id,
      message,
      category,
      rule,
      ...(propertiesPanel === undefined ? {} : { propertiesPanel }),
    })),
  );
}
