import type { KeyboardEvent } from 'react';

/** Renames the row that has the focus by F2, as file managers do. */
export const renameKey = (rename: () => void) => ({
  onKeyDown: (event: KeyboardEvent) => {
    // Dialogs of the row are its children, wherever they are shown.
    if (event.key !== 'F2' || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    rename();
  },
});
