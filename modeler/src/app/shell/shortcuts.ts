import { t } from '../../language/texts';

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
    title: t('Everywhere'),
    shortcuts: [
      { keys: ['Mod', 'K'], does: t('Search, go to a page, run a command') },
      { keys: ['?'], does: t('Show these shortcuts') },
      { keys: ['Mod', 'Enter'], does: t('Submit the form or task that is open') },
      { keys: ['Esc'], does: t('Close what is open, leave what is typed') },
    ],
  },
  {
    title: t('Tasklist'),
    shortcuts: [
      { keys: ['J'], does: t('To the next task of the list') },
      { keys: ['K'], does: t('To the previous task of the list') },
      { keys: ['Enter'], does: t('Open the task') },
      { keys: ['C'], does: t('Claim the task and open it') },
      { keys: ['X'], does: t('Choose the task, to do the same to several') },
      { keys: ['Shift', 'X'], does: t('Choose all tasks from the last one to this one') },
      { keys: ['Mod', 'Enter'], does: t('Complete the task and open the next one') },
    ],
  },
  {
    title: t('Drawing'),
    shortcuts: [
      { keys: ['N'], does: t('Create an element') },
      { keys: ['A'], does: t('Append to the chosen element') },
      { keys: ['R'], does: t('Change the type of the chosen element') },
      { keys: ['E'], does: t('Name the chosen element') },
      { keys: ['C'], does: t('Connect') },
      { keys: ['L'], does: t('Choose several with a lasso') },
      { keys: ['S'], does: t('Make room') },
      { keys: ['H'], does: t('Move the canvas by hand') },
      { keys: ['M'], does: t('Comment on the chosen element') },
      { keys: ['T'], does: t('Simulate tokens') },
      { keys: ['Mod', 'F'], does: t('Find on the canvas') },
      { keys: ['Mod', 'A'], does: t('Choose everything') },
      { keys: ['Mod', 'C'], does: t('Copy, also to another tab') },
      { keys: ['Mod', 'V'], does: t('Paste') },
      { keys: ['Mod', 'Z'], does: t('Undo') },
      { keys: ['Mod', 'Y'], does: t('Redo') },
      { keys: ['Del'], does: t('Delete what is chosen') },
      { keys: ['Mod', '+'], does: t('Zoom in') },
      { keys: ['Mod', '−'], does: t('Zoom out') },
      { keys: ['Mod', '0'], does: t('Zoom to 100 %') },
    ],
  },
  {
    title: t('Walking through a diagram'),
    shortcuts: [
      { keys: ['Alt', '→'], does: t('Along the flow; from nowhere to the first start event') },
      { keys: ['Alt', '←'], does: t('Back against the flow') },
      { keys: ['Alt', '↓'], does: t('To the next branch, or the next event on a border') },
      { keys: ['Alt', '↑'], does: t('To the previous branch') },
      { keys: ['Alt', 'Shift', '↓'], does: t('Into a sub-process') },
      { keys: ['Alt', 'Shift', '↑'], does: t('Out of it') },
    ],
  },
  {
    title: t('Lists'),
    shortcuts: [
      { keys: ['↓'], does: t('Next line') },
      { keys: ['↑'], does: t('Previous line') },
      { keys: ['Enter'], does: t('Open what is chosen') },
      { keys: ['F2'], does: t('Rename a file or folder') },
    ],
  },
];
