import { h } from '@bpmn-io/properties-panel/preact';
import { useService } from 'bpmn-js-properties-panel';
import { canHaveForm, linkedFormId } from './form-link';
import type { DiagramElement } from './modeler-services';

/** The event that asks to open the form of an element; its payload is `{ element }`. */
export const editFormEvent = 'baton.editForm';

interface Group {
  readonly id: string;
  readonly entries?: object[];
}

interface PropertiesPanelRegistry {
  registerProvider(priority: number, provider: object): void;
}

function EditFormButton({ element, id }: { readonly element: DiagramElement; readonly id: string }) {
  const eventBus = useService('eventBus') as { fire(event: string, payload: object): void };
  const label = linkedFormId(element.businessObject) === null ? 'Create a form' : 'Edit form';
  return h(
    'div',
    { class: 'bio-properties-panel-entry', 'data-entry-id': id },
    h(
      'button',
      { type: 'button', class: 'b-edit-form', onClick: () => eventBus.fire(editFormEvent, { element }) },
      label,
    ),
  );
}

/** Adds a button to the panel's group "Form" that opens the form editor. Runs after the zeebe provider made the group. */
class EditFormProvider {
  static readonly $inject = ['propertiesPanel'];

  constructor(propertiesPanel: PropertiesPanelRegistry) {
    propertiesPanel.registerProvider(200, this);
  }

  getGroups(element: DiagramElement) {
    return (groups: Group[]) => {
      const form = groups.find(({ id }) => id === 'form');
      if (form?.entries !== undefined && canHaveForm(element)) {
        form.entries.push({ id: 'baton-edit-form', element, component: EditFormButton });
      }
      return groups;
    };
  }
}

export const editFormModule = {
  __init__: ['batonEditFormProvider'],
  batonEditFormProvider: ['type', EditFormProvider] as ['type', typeof EditFormProvider],
};
