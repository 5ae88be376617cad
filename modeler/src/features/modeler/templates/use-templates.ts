import { useQuery } from '@tanstack/react-query';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useMemo } from 'react';
import { elementTemplatesQuery } from '../../../api/element-templates';
import { service } from '../bpmn/modeler-services';
import { builtInTemplates } from './built-in-templates';
import { sameTemplate, type Template } from './template';

/** All templates that can be chosen: those that were added, and the built-in ones that none of them stands in for. */
export function useTemplates(): readonly Template[] {
  const { data } = useQuery(elementTemplatesQuery());
  return useMemo(() => {
    // What is stored was checked by `readTemplateFile` when it was added, and is checked again by the modeler.
    const added = (data ?? []).map(({ template }) => template as unknown as Template);
    const isReplaced = (template: Template) => added.some((each) => sameTemplate(each, template));
    return [...added, ...builtInTemplates.filter((template) => !isReplaced(template))];
  }, [data]);
}

/** Hands the templates to the modeler, also those that are added while it is open. */
export function useTemplatesOf(modeler: Modeler | null, templates: readonly Template[]): void {
  useEffect(() => {
    if (modeler !== null) service(modeler, 'elementTemplatesLoader').setTemplates(templates);
  }, [modeler, templates]);
}
