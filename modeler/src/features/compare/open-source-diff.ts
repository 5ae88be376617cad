import { json } from '@codemirror/lang-json';
import { xml } from '@codemirror/lang-xml';
import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { t } from '../../language/texts';
import { codeHighlight, codeTheme } from '../../shared/json/code-look';

export interface SourceDiffOptions {
  readonly language: 'xml' | 'json';
  readonly before: string;
  readonly after: string;
}

/** Two texts beside each other, lines that are the same folded away. */
export function openSourceDiff(parent: HTMLElement, { language, before, after }: SourceDiffOptions): () => void {
  const look = (label: string): Extension => [
    lineNumbers(),
    language === 'xml' ? xml() : json(),
    codeHighlight,
    codeTheme,
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  ];
  const view = new MergeView({
    parent,
    a: { doc: before, extensions: look(t('Before')) },
    b: { doc: after, extensions: look(t('After')) },
    collapseUnchanged: { margin: 3, minSize: 6 },
  });
  return () => view.destroy();
}
