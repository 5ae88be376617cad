import { useCallback, useState } from 'react';

const storageKey = (place: string) => `baton.comment.${place}`;

/** What somebody has typed and not sent; empty for nothing. */
function readKept(place: string): string {
  try {
    return localStorage.getItem(storageKey(place)) ?? '';
  } catch {
    return '';
  }
}

/** Whether something was typed at a place and not sent. */
export const isKept = (place: string): boolean => readKept(place) !== '';

/** A text that this browser keeps while it is typed. `place` is fixed for the life of the component. `initial` is where nothing is kept. */
export function useKeptText(place: string, initial: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => readKept(place) || initial);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      try {
        // What is as it began needs no keeping.
        if (next === '' || next === initial) localStorage.removeItem(storageKey(place));
        else localStorage.setItem(storageKey(place), next);
      } catch {
        // Without storage it lasts as long as the page.
      }
    },
    [place, initial],
  );
  return [text, keep];
}
