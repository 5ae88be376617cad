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
  TextAreaEntry,
} from '@bpmn-io/properties-panel';
import { options } from '@bpmn-io/properties-panel/preact';
import { canvasText } from '../../../language/texts';

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

// The zeebe panel hands its translation on to none of them, so it is given to each of them as it is made. Preact calls this for that.
const before = options.vnode;
options.vnode = (node) => {
  if (spoken.has(node.type)) node.props.translate ??= canvasText;
  before?.(node);
};
