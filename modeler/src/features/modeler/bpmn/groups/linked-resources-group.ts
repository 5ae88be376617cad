import { ListGroup } from '@bpmn-io/properties-panel';
import { canvasText, t } from '../../../../language/texts';
import { extensionOf, extensionsWith, listOf } from '../element-link';
import type { DiagramElement, ModdleElement } from '../modeler-services';
import type { GroupActions } from './events-group';
import { ofProperty, selectEntry, textEntry } from './field-entries';

/** An entry of a linked resource. */
function entriesOf(element: DiagramElement, resource: ModdleElement, id: string): object[] {
  const text = (property: string, label: string) =>
    textEntry({ id: `${id}-${property}`, element, label, ...ofProperty(resource, property) });
  const binding = selectEntry({
    id: `${id}-binding`,
    element,
    label: canvasText('Binding'),
    get: () => (resource.get('bindingType') as string | undefined) ?? 'latest',
    change: (bindingType) => [
      {
        target: resource,
        properties: {
          bindingType,
          ...(bindingType === 'versionTag' ? {} : { versionTag: undefined }),
        },
      },
    ],
    options: () => [
      { value: 'latest', label: canvasText('latest') },
      { value: 'deployment', label: canvasText('deployment') },
      { value: 'versionTag', label: canvasText('version tag') },
    ],
  });
  return [
    text('resourceId', t('Id of the file')),
    text('resourceType', t('Type of the file')),
    text('linkName', t('Name for the worker')),
    binding,
    ...(resource.get('bindingType') === 'versionTag' ? [text('versionTag', canvasText('Version tag'))] : []),
  ];
}

/** Deployed files that the worker of a job is told about: every element that makes a job can have them. */
export function linkedResourcesGroup(element: DiagramElement, { create, apply }: GroupActions): object | null {
  const { businessObject } = element;
  if (extensionOf(businessObject, 'zeebe:TaskDefinition') === undefined) return null;
  const holder = extensionOf(businessObject, 'zeebe:LinkedResources');
  const resources = listOf(holder, 'values');
  const write = (change: (parent: ModdleElement) => readonly ModdleElement[]) => {
    if (holder !== undefined) return apply(element, [{ target: holder, properties: { values: change(holder) } }]);
    const made = create('zeebe:LinkedResources', {}, businessObject);
    Object.assign(made, { values: change(made) });
    const factory = { create: (type: string, attributes: object) => create(type, { ...attributes }, businessObject) };
    const extensionElements = extensionsWith(factory, businessObject, [], made);
    apply(element, [{ target: businessObject, properties: { extensionElements } }]);
  };
  return {
    id: 'baton-linked-resources',
    label: t('Linked files'),
    component: ListGroup,
    items: resources.map((resource, index) => {
      const id = `${element.id}-linked-${index}`;
      const label = resource.get('linkName') ?? resource.get('resourceId');
      return {
        id,
        label: typeof label === 'string' && label !== '' ? label : t('File'),
        entries: entriesOf(element, resource, id),
        autoFocusEntry: `${id}-resourceId`,
        remove: (click: Event) => {
          click.stopPropagation();
          write(() => resources.filter((each) => each !== resource));
        },
      };
    }),
    add: (click: Event) => {
      click.stopPropagation();
      write((parent) => [...resources, create('zeebe:LinkedResource', {}, parent)]);
    },
  };
}
