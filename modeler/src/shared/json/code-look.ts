import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colors come from the palette's variables, so a change of the theme needs nothing from here. */
const highlight = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: 'var(--b-text-subtle)' },
  { tag: tags.attributeName, color: 'var(--b-accent)' },
  { tag: tags.attributeValue, color: 'var(--b-completed)' },
  { tag: tags.propertyName, color: 'var(--b-accent)' },
  { tag: tags.string, color: 'var(--b-completed)' },
  { tag: tags.number, color: 'var(--b-running)' },
  { tag: [tags.bool, tags.null], color: 'var(--b-suspended)' },
  { tag: [tags.punctuation, tags.separator], color: 'var(--b-text-subtlest)' },
  { tag: tags.invalid, color: 'var(--b-incident)' },
]);

/** The look of every text with a syntax. */
export const codeTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--b-text)', fontSize: '12px', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--b-mono)', lineHeight: '1.55' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--b-text)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--b-text-subtlest)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--b-text)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'var(--b-accent-surface-strong)',
  },
  '.cm-placeholder': { color: 'var(--b-text-subtlest)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--b-surface-strong)' },
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy var(--b-incident)' },
});

export const codeHighlight = syntaxHighlighting(highlight);
