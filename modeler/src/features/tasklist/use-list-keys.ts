import { useEffect, useRef, type RefObject } from 'react';

/** What the keys of the list do with the task that has the focus, or that is open. */
export interface ListKeys {
  readonly claim: (userTaskKey: string) => void;
  readonly choose: (userTaskKey: string, isRange: boolean) => void;
}

/** Whether keys belong to what has the focus: a field that is typed in, or a dialog or menu. */
function isTyped(target: EventTarget | null): boolean {
  return (
    document.querySelector('[role="dialog"], [role="menu"]') !== null ||
    (target instanceof Element &&
      target.closest(
        'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], .cm-editor, .djs-container',
      ) !== null)
  );
}

/** Moves along the rows of the list by J and K, from wherever the focus is, and by arrow keys inside it; C claims and X chooses the row. */
export function useListKeys(list: RefObject<HTMLElement | null>, openKey: string | null, keys: ListKeys): void {
  const now = useRef({ openKey, keys });
  useEffect(() => {
    now.current = { openKey, keys };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyped(event.target)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('a[data-task]') ?? [])];
      const focused = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement) === true);
      const open = rows.findIndex((row) => row.dataset['task'] === now.current.openKey);
      const at = focused >= 0 ? focused : open;
      const step = (by: number) => {
        const next = rows[at < 0 ? 0 : at + by];
        if (next === undefined) return;
        event.preventDefault();
        next.focus();
      };
      const isInside = focused >= 0;
      const key = rows[at]?.dataset['task'];
      if (event.key === 'j' || (event.key === 'ArrowDown' && isInside)) step(1);
      else if (event.key === 'k' || (event.key === 'ArrowUp' && isInside)) step(-1);
      else if (key === undefined) return;
      else if (event.key === 'c') now.current.keys.claim(key);
      else if (event.key.toLowerCase() === 'x') now.current.keys.choose(key, event.shiftKey);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list]);
}
