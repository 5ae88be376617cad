import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useDraftFrame } from '../frame/draft-frame-context';
import type { FormEditorState } from './use-form-editor';

/** Tells the frame which field is chosen, and chooses the one that the address names. */
export function useFieldForFrame(draftId: string, state: FormEditorState): void {
  const setElement = useDraftFrame(draftId)?.setElement;
  const { element: named } = useSearch({ strict: false });
  const fieldId = state.kind === 'ready' ? state.fieldId : null;
  const choose = state.kind === 'ready' ? state.choose : null;
  useEffect(() => setElement?.(fieldId), [setElement, fieldId]);
  useEffect(() => {
    if (setElement !== undefined && named !== undefined) choose?.(named);
  }, [setElement, named, choose]);
}
