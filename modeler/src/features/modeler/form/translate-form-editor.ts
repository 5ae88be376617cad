import { canvasText, language } from '../../../language/texts';

/**
 * form-js has no `translate` service (bpmn-io/form-js#77): its editor writes its English texts into the page. So they are replaced there, in the places of
 * the editor's own texts only, and only what is one of them to the letter; what a person wrote is in other places or in inputs. Preact, which
 * draws the editor, leaves a text alone that it does not change itself, and what it changes is replaced again.
 */
const ownPlaces =
  '.fjs-palette-container, .fjs-properties-container, .fjs-empty-editor, .fjs-empty-component, .fjs-context-pad, .fjs-repeat-render-footer';

/** Within them, what people wrote: names of fields and items, expressions, and the options of a field as its default. */
const placesOfPeople =
  '.bio-properties-panel-header-label, .bio-properties-panel-collapsible-entry-header-title:not(.empty), .cm-editor, code, select[name="defaultValue"] option:not([value=""])';

const attributes = ['title', 'placeholder', 'aria-label'];

/** Texts with a value in them. The value itself may be one of the texts, such as the name of a field. */
const templates = [
  'Create a {value} element',
  'Remove {value}',
  'Should be at least {value}.',
  'Should be at most {value}.',
  'Should not contain more than {value} decimal digits',
  'Should not contain more than {value} decimal digits.',
  'List contains {numOfItems} item',
  'List contains {numOfItems} items',
].map((template) => ({
  template,
  name: template.includes('{numOfItems}') ? 'numOfItems' : 'value',
  pattern: new RegExp(`^${template.replace(' a ', ' an? ').replace(/\{\w+\}/, '(.+)')}$`),
}));

/** A text of the form editor in the language of the app; any other text stays as it is. */
export function formEditorText(text: string): string {
  const known = canvasText(text);
  if (known !== text) return known;
  if (text.includes('\n\n')) return text.split('\n\n').map(formEditorText).join('\n\n');
  for (const { template, name, pattern } of templates) {
    const value = pattern.exec(text)?.[1];
    if (value !== undefined) return canvasText(template, { [name]: canvasText(value) });
  }
  return text;
}

/** The text within what is around it in the source, such as the space before a link. */
const translated = (text: string): string => text.replace(/\S[\s\S]*\S|\S/, (inner) => formEditorText(inner));

function isOwn(element: Element | null): boolean {
  return element !== null && element.closest(ownPlaces) !== null && element.closest(placesOfPeople) === null;
}

/**
 * Keeps the editor within a container in the language of the app.
 *
 * @returns ends it
 */
export function translateFormEditor(container: HTMLElement): () => void {
  if (language === 'en') return () => undefined;
  const translateText = (node: Text) => {
    if (!isOwn(node.parentElement)) return;
    const next = translated(node.data);
    if (next !== node.data) node.data = next;
  };
  const translateAttribute = (element: Element, name: string) => {
    const text = element.getAttribute(name);
    if (text === null || !isOwn(element)) return;
    const next = translated(text);
    if (next !== text) element.setAttribute(name, next);
  };
  const translateAll = (root: Node) => {
    if (root instanceof Text) translateText(root);
    if (!(root instanceof Element)) return;
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) translateText(texts.currentNode as Text);
    for (const name of attributes) {
      translateAttribute(root, name);
      for (const element of root.querySelectorAll(`[${name}]`)) translateAttribute(element, name);
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'characterData') translateText(target as Text);
      else if (type === 'attributes') translateAttribute(target as Element, attributeName ?? '');
      else addedNodes.forEach(translateAll);
    }
  });
  observer.observe(container, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
  translateAll(container);
  return () => observer.disconnect();
}
