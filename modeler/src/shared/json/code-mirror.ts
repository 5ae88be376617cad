import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { codeHighlight, codeTheme } from './code-look';
import { parseJson } from './parse-json';

/** An editor in the page. */
export interface JsonEditorHandle {
  /** Replaces the text, when it differs. */
  readonly setText: (text: string) => void;
  readonly setReadOnly: (readOnly: boolean) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

export interface JsonEditorOptions {
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
}

function markMistake(view: EditorView): void {
  const text = view.state.doc.toString();
  const parsed = text.trim() === '' ? { ok: true as const } : parseJson(text);
  const from = parsed.ok ? 0 : Math.min(parsed.offset, Math.max(0, text.length - 1));
  view.dispatch(
    setDiagnostics(
      view.state,
      parsed.ok ? [] : [{ from, to: Math.min(text.length, from + 1), severity: 'error', message: parsed.message }],
    ),
  );
}

/** Puts a JSON editor into `parent`. Escape leaves it by keyboard (Tab indents). */
export function openJsonEditor(parent: HTMLElement, options: JsonEditorOptions): JsonEditorHandle {
  const readOnly = new Compartment();
  const readOnlyExtension = (on: boolean) => [EditorState.readOnly.of(on), EditorView.editable.of(!on)];
  let isOurChange = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        json(),
        codeHighlight,
        codeTheme,
        EditorView.lineWrapping,
        placeholder(options.placeholder),
        EditorView.contentAttributes.of({ 'aria-label': options.label }),
        keymap.of([
          ...defaultKeymap.filter((binding) => binding.key !== 'Mod-Enter'),
          ...historyKeymap,
          indentWithTab,
          {
            key: 'Escape',
            run: (target) => {
              target.contentDOM.blur();
              return true;
            },
          },
        ]),
        readOnly.of(readOnlyExtension(options.readOnly)),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isOurChange) options.onChange(update.state.doc.toString());
          if (update.docChanged) queueMicrotask(() => markMistake(view));
        }),
      ],
    }),
  });
  return {
    setText(text) {
      if (view.state.doc.toString() === text) return;
      isOurChange = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      isOurChange = false;
    },
    setReadOnly(on) {
      view.dispatch({ effects: readOnly.reconfigure(readOnlyExtension(on)) });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
