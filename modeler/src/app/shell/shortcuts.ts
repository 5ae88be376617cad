/** One thing that can be done by keyboard. `keys` are pressed together; `Mod` is Ctrl, on a Mac Cmd. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** All of them, by where they work. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    shortcuts: [
      { keys: ['Mod', 'K'], does: 'Search, go to a page, run a command' },
      { keys: ['?'], does: 'Show these shortcuts' },
      { keys: ['Mod', 'Enter'], does: 'Submit the form or task that is open' },
      { keys: ['Esc'], does: 'Close what is open, leave what is typed' },
    ],
  },
  {
    title: 'Drawing',
    shortcuts: [
      { keys: ['N'], does: 'Create an element' },
      { keys: ['A'], does: 'Append to the chosen element' },
      { keys: ['R'], does: 'Change the type of the chosen element' },
      { keys: ['E'], does: 'Name the chosen element' },
      { keys: ['C'], does: 'Connect' },
      { keys: ['L'], does: 'Choose several with a lasso' },
      { keys: ['S'], does: 'Make room' },
      { keys: ['H'], does: 'Move the canvas by hand' },
      { keys: ['M'], does: 'Comment on the chosen element' },
      { keys: ['T'], does: 'Simulate tokens' },
      { keys: ['Mod', 'F'], does: 'Find on the canvas' },
      { keys: ['Mod', 'A'], does: 'Choose everything' },
      { keys: ['Mod', 'C'], does: 'Copy, also to another tab' },
      { keys: ['Mod', 'V'], does: 'Paste' },
      { keys: ['Mod', 'Z'], does: 'Undo' },
      { keys: ['Mod', 'Y'], does: 'Redo' },
      { keys: ['Del'], does: 'Delete what is chosen' },
      { keys: ['Mod', '+'], does: 'Zoom in' },
      { keys: ['Mod', '−'], does: 'Zoom out' },
      { keys: ['Mod', '0'], does: 'Zoom to 100 %' },
    ],
  },
  {
    title: 'Walking through a diagram',
    shortcuts: [
      { keys: ['Alt', '→'], does: 'Along the flow; from nowhere to the first start event' },
      { keys: ['Alt', '←'], does: 'Back against the flow' },
      { keys: ['Alt', '↓'], does: 'To the next branch, or the next event on a border' },
      { keys: ['Alt', '↑'], does: 'To the previous branch' },
      { keys: ['Alt', 'Shift', '↓'], does: 'Into a sub-process' },
      { keys: ['Alt', 'Shift', '↑'], does: 'Out of it' },
    ],
  },
  {
    title: 'Lists',
    shortcuts: [
      { keys: ['↓'], does: 'Next line' },
      { keys: ['↑'], does: 'Previous line' },
      { keys: ['Enter'], does: 'Open' },
    ],
  },
];
