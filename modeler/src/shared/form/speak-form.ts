import flatpickr from 'flatpickr';
import { options, type ComponentChildren, type VNode } from 'preact';
import { language } from '../../language/texts';
import { formWords } from './form-words';

/** Classes of form-js's own parts in which form-js speaks, not who made the form. */
const speaking: ReadonlySet<string> = new Set([
  'fjs-select-placeholder',
  'fjs-dropdownlist-empty',
  'fjs-form-field-error',
  'fjs-skip-link',
  'fjs-filepicker-button',
  'fjs-repeat-render-add',
  'fjs-repeat-render-collapse',
  'fjs-iframe-placeholder-text',
  'fjs-table-empty',
  'fjs-table-nav-label',
]);

/** Classes of those that form-js names, for a hint in them or for who cannot see them. */
const named: ReadonlySet<string> = new Set([
  'fjs-input',
  'fjs-taglist-input',
  'fjs-taglist-tag-remove',
  'fjs-number-arrow-up',
  'fjs-number-arrow-down',
  'fjs-repeat-row-remove',
  'fjs-table-th',
  'fjs-table-nav-button',
]);

type Props = Record<string, unknown> & { children?: ComponentChildren };

/** The texts in what is drawn, through the elements around them. */
function inWords(children: ComponentChildren): ComponentChildren {
  if (typeof children === 'string') return formWords(children);
  if (Array.isArray(children)) return children.map(inWords);
  if (typeof children === 'object' && children !== null && 'props' in children) {
    const { props } = children as VNode<Props>;
    if (props.children !== undefined) props.children = inWords(props.children);
  }
  return children;
}

/** form-js has no words but English ones: they are replaced where its elements are made. */
function speak({ type, props }: VNode<Props>): void {
  const classes = typeof type === 'string' ? (props['class'] ?? props['className']) : undefined;
  if (typeof classes !== 'string') return;
  const all = classes.split(' ');
  if (all.some((name) => named.has(name) || /^fjs-.*-download-button$/.test(name))) {
    for (const attribute of ['placeholder', 'aria-label', 'title'] as const) {
      const text = props[attribute];
      if (typeof text === 'string') props[attribute] = formWords(text);
    }
  }
  const isSaid =
    all.some((name) => speaking.has(name)) ||
    // Beside a file picker's button: what was chosen. Labels, which are the form's, have the class too.
    (type === 'span' && classes === 'fjs-form-field-label') ||
    // The row of a table without rows; cells with data are not joined.
    (type === 'td' && props['colSpan'] !== undefined);
  if (isSaid && props.children !== undefined) props.children = inWords(props.children);
}

/** Names of months (or of weekdays, from Sunday on), as calendars show them. */
function names(count: number, step: (index: number) => Date, format: Intl.DateTimeFormatOptions): string[] {
  const formatter = new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, index) => formatter.format(step(index)));
}

/** The calendar's months and weekdays; weeks begin on Monday, save in English. */
function speakCalendar(): void {
  const month = (index: number) => new Date(Date.UTC(2023, index, 1));
  // The first of January 2023 was a Sunday.
  const day = (index: number) => new Date(Date.UTC(2023, 0, 1 + index));
  flatpickr.localize({
    ...flatpickr.l10ns.default,
    firstDayOfWeek: 1,
    weekdays: {
      shorthand: names(7, day, { weekday: 'short' }) as never,
      longhand: names(7, day, { weekday: 'long' }) as never,
    },
    months: {
      shorthand: names(12, month, { month: 'short' }) as never,
      longhand: names(12, month, { month: 'long' }) as never,
    },
  });
}

let isSpoken = false;

/** Makes forms speak the language that is shown. English is theirs already. */
export function speakForms(): void {
  if (isSpoken || language === 'en') return;
  isSpoken = true;
  const before = options.vnode;
  options.vnode = (vnode) => {
    speak(vnode);
    before?.(vnode);
  };
  speakCalendar();
}
