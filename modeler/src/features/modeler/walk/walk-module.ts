import { t } from '../../../language/texts';
import { typeInWords } from '../../../shared/diagram/element-words';
import { walk, type WalkDirection, type WalkElement } from './walk';

interface NamedElement extends WalkElement {
  readonly businessObject?: { readonly name?: string; readonly $type: string };
}

interface Keyboard {
  addListener(priority: number, listener: (context: { readonly keyEvent: KeyboardEvent }) => boolean | undefined): void;
}
interface Selection {
  get(): readonly NamedElement[];
  select(element: WalkElement): void;
}
interface Canvas {
  getRootElement(): WalkElement;
  getContainer(): HTMLElement;
  scrollToElement(element: WalkElement): void;
}

/** Above the keys that move what is selected. */
const priority = 3_000;

const directions: Readonly<Record<string, readonly [WalkDirection, WalkDirection | null]>> = {
  ArrowRight: ['on', null],
  ArrowLeft: ['back', null],
  ArrowDown: ['next', 'into'],
  ArrowUp: ['previous', 'out'],
};

/**
 * A walk along the flows by keyboard: Alt and the arrow keys, with Shift into a scope and out of it. What is reached is selected, brought into view and
 * told to screen readers.
 */
class Walk {
  static readonly $inject = ['keyboard', 'selection', 'canvas'];

  constructor(keyboard: Keyboard, selection: Selection, canvas: Canvas) {
    const teller = document.createElement('div');
    teller.className = 'b-told';
    teller.setAttribute('role', 'status');
    canvas.getContainer().append(teller);
    keyboard.addListener(priority, ({ keyEvent }) => {
      const [plain, shifted] = directions[keyEvent.key] ?? [];
      const direction = keyEvent.shiftKey ? shifted : plain;
      if (!keyEvent.altKey || direction === undefined || direction === null) return undefined;
      const [only] = selection.get();
      const reached: NamedElement | null = walk(only?.labelTarget ?? only ?? null, canvas.getRootElement(), direction);
      if (reached === null) teller.textContent = t('There is no way on from here.');
      else {
        selection.select(reached);
        canvas.scrollToElement(reached);
        teller.textContent = inWords(reached);
      }
      return true;
    });
  }
}

function inWords({ id, type, businessObject, outgoing = [] }: NamedElement): string {
  const name = businessObject?.name ?? '';
  const ways = t('{{count}} ways on', { count: outgoing.length });
  return `${typeInWords(type.replace(/^bpmn:/, ''))} ${name === '' ? id : name}, ${ways}`;
}

export const walkModule = {
  __init__: ['batonWalk'],
  batonWalk: ['type', Walk] as ['type', typeof Walk],
};
