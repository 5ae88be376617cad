import {
  CollapsibleEntry,
  FeelCheckboxEntry,
  FeelEntry,
  FeelNumberEntry,
  FeelTemplatingEntry,
  FeelTextAreaEntry,
  FeelToggleSwitchEntry,
  Group,
  Header,
  JsonEditorEntry,
  ListEntry,
  ListGroup,
  Placeholder,
  TextAreaEntry,
} from '@bpmn-io/properties-panel';
import { options, type VNodeProps } from '@bpmn-io/properties-panel/preact';
import { canvasText } from '../../../language/texts';

interface HeaderProvider {
  readonly getTypeLabel: (element: unknown) => string;
}

/** Parts of the panel that have words of their own and take the translation as a property. What they are made of gets it from them. */
const spoken: ReadonlySet<unknown> = new Set([
  CollapsibleEntry,
  FeelCheckboxEntry,
  FeelEntry,
  FeelNumberEntry,
  FeelTemplatingEntry,
  FeelTextAreaEntry,
  FeelToggleSwitchEntry,
  Group,
  Header,
  JsonEditorEntry,
  ListEntry,
  ListGroup,
  TextAreaEntry,
]);

/** Parts that are handed words that nobody translated: the panel of decisions leaves that out. What is translated already stays as it is. */
const told = new Map<unknown, (props: VNodeProps) => void>([
  [Group, (props) => (props.label = canvasText(props.label as string))],
  [Placeholder, (props) => (props.text = canvasText(props.text as string))],
  [
    Header,
    (props) => {
      const provider = props.headerProvider as HeaderProvider;
      props.headerProvider = {
        ...provider,
        getTypeLabel: (element: unknown) => canvasText(provider.getTypeLabel(element)),
      };
    },
  ],
]);

// The zeebe panel hands its translation on to none of them, so it is given to each of them as it is made. Preact calls this for that.
const before = options.vnode;
options.vnode = (node) => {
  if (spoken.has(node.type)) node.props.translate ??= canvasText;
  told.get(node.type)?.(node.props);
  before?.(node);
};
