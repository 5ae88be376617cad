import { Group } from '@bpmn-io/properties-panel';
import { canvasText, t } from '../../../../language/texts';
import { listOf } from '../element-link';
import type { DiagramElement, ModdleElement } from '../modeler-services';
import type { PanelGroup } from './element-groups';
import { expressionEntry, ofExpression, ofProperty, textEntry } from './field-entries';

/** What bpmn-js puts at the end of an association that was drawn, since the schema asks for something. */
export const placeholderName = '__targetRef_placeholder';

type Association = ModdleElement & { readonly $parent?: ModdleElement };

/** The variable of the activity that an association fills, or takes its value from; undefined where it has none. */
function variableOf(association: ModdleElement, end: 'targetRef' | 'sourceRef'): ModdleElement | undefined {
  const item = end === 'sourceRef' ? listOf(association, end)[0] : (association.get(end) as ModdleElement | undefined);
  const isOfActivity = ['bpmn:Property', 'bpmn:DataInput', 'bpmn:DataOutput'].includes(item?.$type ?? '');
  return isOfActivity && item?.get('name') !== placeholderName ? item : undefined;
}

/** What an association of data copies (10.4.2): it is executed once it says which value goes where. */
export function dataGroup(element: DiagramElement): PanelGroup | null {
  const association: Association = element.businessObject;
  const isInput = association.$type === 'bpmn:DataInputAssociation';
  if (!isInput && association.$type !== 'bpmn:DataOutputAssociation') return null;
  const variable = variableOf(association, isInput ? 'targetRef' : 'sourceRef');
  const value = expressionEntry({
    id: 'baton-data-value',
    element,
    label: canvasText('Value'),
    description: isInput
      ? t('What the activity gets; empty for the data as it is.')
      : t('What is written when the activity is done. The data is a variable, so its name has to be one.'),
    ...ofExpression(association, 'transformation'),
  });
  if (variable !== undefined && !isInput)
    return group([
      textEntry({
        id: 'baton-data-variable',
        element,
        label: t('Variable of the activity'),
        ...ofProperty(variable, 'name'),
      }),
      value,
    ]);
  if (!isInput) return group([value]);
  return group([
    textEntry({
      id: 'baton-data-variable',
      element,
      label: t('Variable of the activity'),
      description: t('It gets the data before the work begins. Empty: the association is only drawn.'),
      get: () => variable?.get('name') as string | undefined,
      change: (name, create) => {
        if (variable !== undefined) return [{ target: variable, properties: { name } }];
        const activity = association.$parent;
        if (name === undefined || activity === undefined) return [];
        const made = create('bpmn:Property', { name }, activity);
        const kept = listOf(activity, 'properties').filter((each) => each !== association.get('targetRef'));
        const isShared = listOf(activity, 'dataInputAssociations').some(
          (other) => other !== association && other.get('targetRef') === association.get('targetRef'),
        );
        const properties = [...(isShared ? listOf(activity, 'properties') : kept), made];
        return [
          { target: activity, properties: { properties } },
          { target: association, properties: { targetRef: made } },
        ];
      },
    }),
    value,
  ]);
}

const group = (entries: object[]): PanelGroup => ({
  id: 'baton-data',
  label: t('Data'),
  component: Group,
  entries,
});
