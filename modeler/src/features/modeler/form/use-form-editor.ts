import { FormEditor as FormJsEditor } from '@bpmn-io/form-js';
import { useEffect, useRef, useState, type RefObject } from 'react';

import { translateFormEditor } from './translate-form-editor';
import { translatedFieldsModule } from './translated-fields';

import '@bpmn-io/form-js/dist/assets/form-js.css';
// Without form-js's own panel styles: they are an older copy with fixed colors and would win over the process editor's.
import '@bpmn-io/form-js/dist/assets/form-js-editor-base.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import './form-editor.css';

/** What the toolbar needs of form-js's command stack. */
export interface FormHistory {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}

interface FormField {
  readonly id: string;
  readonly type: string;
  readonly key?: string;
}
interface FormSelection {
  get(): FormField | null;
  set(field: FormField): void;
}
interface FormFields {
  get(fieldId: string): FormField | undefined;
  getAll(): readonly FormField[];
}

export type FormEditorState =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly history: FormHistory;
      readonly changes: number;
      /** Id of the chosen field; null for the form itself. */
      readonly fieldId: string | null;
      /** Chooses a field by its id, else by its key: a file need not have ids. Nothing happens where there is none. */
      readonly choose: (fieldId: string) => void;
    }
  | { readonly kind: 'unreadable'; readonly error: unknown };

/**
 * Makes a form-js editor in `parent` and imports `content` once. `onContent` hears the form as JSON text after every
 * change.
 */
export function useFormEditor(
  parent: RefObject<HTMLDivElement | null>,
  content: string,
  onContent: (content: string) => void,
): FormEditorState {
  const [state, setState] = useState<FormEditorState>({ kind: 'loading' });
  const start = useRef({ content, onContent });

  useEffect(() => {
    if (parent.current === null) return;
    const container = document.createElement('div');
    container.className = 'b-form-editor bio-theme-parent';
    parent.current.append(container);
    const editor = new FormJsEditor({ container, additionalModules: [translatedFieldsModule] });
    const stopTranslating = translateFormEditor(container);
    let isGone = false;
    const open = async () => {
      await editor.importSchema(JSON.parse(start.current.content));
      if (isGone) return;
      const history = editor.get<FormHistory>('commandStack');
      const selection = editor.get<FormSelection>('selection');
      const choose = (fieldId: string) => {
        const fields = editor.get<FormFields>('formFieldRegistry');
        const field = fields.get(fieldId) ?? fields.getAll().find(({ key }) => key === fieldId);
        if (field !== undefined) selection.set(field);
      };
      let changes = 0;
      const show = () => {
        const field = selection.get();
        const fieldId = field === null || field.type === 'default' ? null : field.id;
        setState({ kind: 'ready', history, changes, fieldId, choose });
      };
      show();
      editor.on('selection.changed', show);
      editor.on('commandStack.changed', () => {
        changes += 1;
        show();
        start.current.onContent(JSON.stringify(editor.saveSchema(), null, 2));
      });
    };
    const done = open().catch((error: unknown) => {
      if (!isGone) setState({ kind: 'unreadable', error });
    });
    return () => {
      isGone = true;
      void done.finally(() => {
        stopTranslating();
        editor.destroy();
        container.remove();
      });
    };
  }, [parent]);

  return state;
}
