import { t } from '../../language/texts';

type Says = readonly [pattern: RegExp, words: (...parts: string[]) => string];

/** How a date is typed, in the order of the browser's region, with the letters of the language: `dd.mm.yyyy` is `tt.mm.jjjj` in German. */
function dateWords(order: string): string {
  const [day = 'dd', month = 'mm', year = 'yyyy'] = t('dd mm yyyy').split(' ');
  return order.replace(/dd|mm|yyyy/g, (part) => (part === 'dd' ? day : part === 'mm' ? month : year));
}

/** What form-js says in its fields and beside them, and what the server says of a form that it refuses. Their names and values stay as they are. */
const sayings: readonly Says[] = [
  // Rules of fields, as form-js words them.
  [/^Field is required\.$/, () => t('This has to be filled in.')],
  [/^Field must match pattern (.*)\.$/, (pattern) => t('This has to match the pattern {{pattern}}.', { pattern })],
  [/^Field must have minimum value of (.*)\.$/, (least) => t('This has to be {{least}} or more.', { least })],
  [/^Field must have maximum value of (.*)\.$/, (most) => t('This has to be {{most}} or less.', { most })],
  [
    /^Field must have minimum length of (.*)\.$/,
    (least) => t('This has to be at least {{least}} characters long.', { least }),
  ],
  [
    /^Field must have maximum length of (.*)\.$/,
    (most) => t('This has to be at most {{most}} characters long.', { most }),
  ],
  [
    /^Field must be a valid +international phone number\./,
    () => t('This has to be an international phone number, such as +4930664040900.'),
  ],
  [/^Field must be a valid email\.$/, () => t('This has to be an e-mail address.')],
  [/^Value is not a number\.$/, () => t('This has to be a number.')],
  [/^Value is expected to be an integer\.$/, () => t('This has to be a whole number.')],
  [
    /^Value is expected to have at most (\d+) decimal digits?\.$/,
    (digits) => t('This may have {{count}} decimal places.', { count: Number(digits) }),
  ],
  [
    /^Please select a valid value, the two nearest valid values are (.*) and (.*)\.$/,
    (below, above) => t('The nearest values that fit are {{below}} and {{above}}.', { below, above }),
  ],
  [/^Date and time must both be entered\.$/, () => t('Both date and time have to be entered.')],
  // The same rules, as the server words them.
  [/^Expected a value, found none\.$/, () => t('This has to be filled in.')],
  [
    /^Expected at least (.*) characters, found .*\.$/,
    (least) => t('This has to be at least {{least}} characters long.', { least }),
  ],
  [
    /^Expected at most (.*) characters, found .*\.$/,
    (most) => t('This has to be at most {{most}} characters long.', { most }),
  ],
  [/^Expected a number\.$/, () => t('This has to be a number.')],
  [/^Expected (.*) or more, found .*\.$/, (least) => t('This has to be {{least}} or more.', { least })],
  [/^Expected (.*) or less, found .*\.$/, (most) => t('This has to be {{most}} or less.', { most })],
  [
    /^Expected at most (\d+) decimal places, found .*\.$/,
    (digits) => t('This may have {{count}} decimal places.', { count: Number(digits) }),
  ],
  [
    /^Expected one of the values that the form offers, found another\.$/,
    () => t('This has to be one of the values that the form offers.'),
  ],
  [/^Expected text\.$/, () => t('This has to be text.')],
  [/^Expected a text that matches (.*)\.$/, (pattern) => t('This has to match the pattern {{pattern}}.', { pattern })],
  [/^Expected an e-mail address\.$/, () => t('This has to be an e-mail address.')],
  [
    /^Expected an international phone number/,
    () => t('This has to be an international phone number, such as +4930664040900.'),
  ],
  // Controls.
  [/^((?:(?:dd|mm|yyyy)[^a-z]*){3})$/, dateWords],
  [/^Search$/, () => t('Search')],
  [/^Select$/, () => t('Choose')],
  [/^No results$/, () => t('No results')],
  [/^All values selected$/, () => t('All values are selected')],
  [/^Skip to search$/, () => t('Skip to the search')],
  [/^Remove tag$/, () => t('Remove')],
  [/^Increment$/, () => t('Increase')],
  [/^Decrement$/, () => t('Decrease')],
  [/^Browse$/, () => t('Choose file')],
  [/^No files selected$/, () => t('No file chosen')],
  [/^(\d+) files selected$/, (files) => t('{{count}} files chosen', { count: Number(files) })],
  [/^Add new$/, () => t('Add')],
  [/^Expand all \((\d+)\)$/, (hidden) => t('Show all ({{hidden}} more)', { hidden })],
  [/^Collapse$/, () => t('Collapse')],
  [/^Remove list item (\d+)$/, (number) => t('Remove entry {{number}}', { number })],
  [/^Nothing to show\.$/, () => t('Nothing to show.')],
  [/^No content to show\.$/, () => t('Nothing to show.')],
  [/^External content couldn't be loaded\.$/, () => t('The content could not be loaded.')],
  [/^Previous page$/, () => t('Previous page')],
  [/^Next page$/, () => t('Next page')],
  [/^ of $/, () => ' / '],
  [/^Click to sort by (.*) descending$/, (column) => t('Sort by {{column}}, descending', { column })],
  [/^Click to sort by (.*) ascending$/, (column) => t('Sort by {{column}}, ascending', { column })],
  [/^Click to remove sorting$/, () => t('Do not sort')],
  [/^Unable to download document$/, () => t('The document could not be loaded.')],
  [/^Document reference is not defined\.$/, () => t('No document is referred to.')],
  [/^Download (.*)$/, (file) => t('Download {{file}}', { file })],
];

/** A text of form-js, or of the server about a form, in the language that is shown. What is not known stays as it is. */
export function formWords(text: string): string {
  for (const [pattern, words] of sayings) {
    const found = pattern.exec(text);
    if (found !== null) return words(...found.slice(1));
  }
  return text;
}
