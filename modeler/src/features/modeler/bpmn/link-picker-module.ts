import { Group, isSelectEntryEdited, SelectEntry } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { useService } from 'bpmn-js-properties-panel';
import type { LinkKind } from '../../../api/model-links';
import { canvasText, t } from '../../../language/texts';
import { noLinkables, type Linkables } from '../links/link-targets';
import { linkedId, linkKindOf, removeLink, setLink } from './element-link';
import type { DiagramElement, ServiceOwner } from './modeler-services';

/** The event that asks to open what an element links to, or to make it where there is nothing; its payload is `{ element }`. */
export const openLinkEvent = 'baton.openLink';

interface PanelGroup {
  readonly id: string;
  readonly entries?: object[];
}

interface EventBus {
  fire(event: string, payload?: object): void;
}

const words = {
  form: {
    group: 'form',
    label: canvasText('Form'),
    choose: t('Choose a form'),
    create: t('Create a form'),
    open: t('Edit form'),
  },
  decision: {
    group: 'calledDecision',
    label: canvasText('Called decision'),
    choose: t('Choose a decision'),
    create: t('Create a decision'),
    open: t('Open decision'),
  },
  process: {
    group: 'calledElement',
    label: canvasText('Called element'),
    choose: t('Choose a process'),
    create: t('Create a process'),
    open: t('Open process'),
  },
} as const satisfies Readonly<Record<LinkKind, object>>;

/** What there is to link to; the page around the modeler knows it and tells it. */
class BatonLinkables {
  static readonly $inject = ['eventBus'];
  private current = noLinkables;

  constructor(private readonly eventBus: EventBus) {}

  get(): Linkables {
    return this.current;
  }

  set(linkables: Linkables): void {
    this.current = linkables;
    this.eventBus.fire('propertiesPanel.providersChanged');
  }
}

interface EntryProps {
  readonly element: DiagramElement;
  readonly id: string;
  readonly kind: LinkKind;
}

function LinkPicker({ element, id, kind }: EntryProps) {
  const linkables = useService('batonLinkables') as BatonLinkables;
  const owner = useService('injector') as ServiceOwner;
  const linked = linkedId(element.businessObject, kind);
  const known = linkables.get()[kind];
  return h(SelectEntry, {
    element,
    id,
    label: words[kind].choose,
    getValue: () => linked ?? '',
    setValue: (value: string) => {
      if (value === '') removeLink(owner, element, kind);
      else setLink(owner, element, kind, value);
    },
    getOptions: () => [
      { value: '', label: t('(none)') },
      ...(linked === null || known.some((each) => each.id === linked)
        ? []
        : [{ value: linked, label: linked.startsWith('=') ? linked : t('{{id}} (not there yet)', { id: linked }) }]),
      ...known.map(({ id: value, name }) => ({ value, label: name === value ? value : `${name} (${value})` })),
    ],
  });
}

function LinkButton({ element, id, kind }: EntryProps) {
  const eventBus = useService('eventBus') as EventBus;
  const label = linkedId(element.businessObject, kind) === null ? words[kind].create : words[kind].open;
  return h(
    'div',
    { class: 'bio-properties-panel-entry', 'data-entry-id': id },
    h(
      'button',
      { type: 'button', class: 'b-edit-form', onClick: () => eventBus.fire(openLinkEvent, { element }) },
      label,
    ),
  );
}

/**
 * Adds to the panel what an element can be linked to, and a button that opens or makes it. Runs after the zeebe provider made the groups; where that
 * made none (start events, business rule tasks without a decision) the group is ours.
 */
class LinkPickerProvider {
  static readonly $inject = ['propertiesPanel', 'elementTemplates'];

  constructor(
    propertiesPanel: { registerProvider(priority: number, provider: object): void },
    private readonly elementTemplates: { get(element: DiagramElement): object | null },
  ) {
    propertiesPanel.registerProvider(200, this);
  }

  getGroups(element: DiagramElement) {
    return (groups: PanelGroup[]) => {
      const kind = linkKindOf(element);
      // What a template has set is not for the person to choose.
      if (kind === null || this.elementTemplates.get(element) !== null) return groups;
      const { group: id, label } = words[kind];
      const entries = [
        { id: 'baton-link', element, kind, component: LinkPicker, isEdited: isSelectEntryEdited },
        { id: 'baton-open-link', element, kind, component: LinkButton },
      ];
      const group = groups.find((each) => each.id === id);
      if (group?.entries !== undefined) group.entries.unshift(...entries);
      else {
        const after = groups.findIndex(
          (each) => each.id === 'businessRuleImplementation' || each.id === 'documentation',
        );
        groups.splice(after + 1, 0, { id, label, component: Group, entries } as PanelGroup);
      }
      return groups;
    };
  }
}

export const linkPickerModule = {
  __init__: ['batonLinkPickerProvider'],
  batonLinkables: ['type', BatonLinkables] as ['type', typeof BatonLinkables],
  batonLinkPickerProvider: ['type', LinkPickerProvider] as ['type', typeof LinkPickerProvider],
};
