import { useSyncExternalStore } from 'react';

/** Whether a media query holds now, for example `(max-width: 760px)`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Whether there is too little width for two things beside each other. */
export function useIsNarrow(): boolean {
  return useMedia('(max-width: 860px)');
}
