import type { Rule } from 'bpmnlint/lib/linter';
import { t } from '../../../language/texts';
import type { ModdleElement } from '../bpmn/modeler-services';
import type { Template } from '../templates/template';

/** Reports elements whose template its authors advise against, with what they say about it. */
export const deprecatedTemplate = ({ templates }: { readonly templates: readonly Template[] }): Rule => ({
  check(element: ModdleElement, reporter) {
    const id = element.get('zeebe:modelerTemplate');
    const version = element.get('zeebe:modelerTemplateVersion');
    const template =
      id === undefined ? undefined : templates.find((each) => each.id === id && each.version === version);
    if (template?.deprecated === undefined || template.deprecated === false) return;
    const { name } = template;
    const reason = template.deprecated === true ? undefined : template.deprecated.message;
    reporter.report(
      element.id,
      reason === undefined
        ? t('The template {{name}} should no longer be used.', { name })
        : t('The template {{name}} should no longer be used: {{reason}}', { name, reason }),
    );
  },
});
