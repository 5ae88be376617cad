import { t } from '../../../language/texts';
import { typeInWords } from '../element-words';
import { walk, type WalkDirection, type WalkElement } from './walk';
import './walk.css';

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
  findRoot(element: WalkElement): WalkElement | undefined;
  setRootElement(element: WalkElement): void;
  getContainer(): HTMLElement;
  scrollToElement(element: WalkElement): void;
}

interface Registry {
  get(id: string): NamedElement | undefined;
}
interface EventBus {
  fire(event: string, payload: object): void;
}

/** Fired with the `element` that a walk came to. */
export const walkedEvent = 'baton.walked';

/** Above the keys that move what is selected. */
const priority = 3_000;

const directions: Readonly<Record<string, readonly [WalkDirection, WalkDirection | null]>> = {
  ArrowRight: ['on', null],
  ArrowLeft: ['back', null],
  ArrowDown: ['next', 'into'],
  ArrowUp: ['previous', 'out'],
};

/** What comes after the id of a collapsed sub-process in the id of its own plane. */
const planeSuffix = '_plane';

/**
 * A walk along the flows by keyboard: Alt and the arrow keys, with Shift into a scope and out of it. What is reached is selected, brought into view and
 * told to screen readers.
 */
class Walk {
  static readonly $inject = ['keyboard', 'selection', 'canvas', 'elementRegistry', 'eventBus'];

  constructor(
    keyboard: Keyboard,
    selection: Selection,
    private readonly canvas: Canvas,
    private readonly registry: Registry,
    eventBus: EventBus,
  ) {
    const teller = document.createElement('div');
    teller.className = 'b-told';
    teller.setAttribute('role', 'status');
    canvas.getContainer().append(teller);
    keyboard.addListener(priority, ({ keyEvent }) => {
      const [plain, shifted] = directions[keyEvent.key] ?? [];
      const direction = keyEvent.shiftKey ? shifted : plain;
      if (!keyEvent.altKey || direction === undefined || direction === null) return undefined;
      const [only] = selection.get();
      const reached = this.#reach(only?.labelTarget ?? only ?? null, direction);
      if (reached === null) teller.textContent = t('There is no way on from here.');
      else {
        const plane = canvas.findRoot(reached);
        if (plane !== undefined && plane !== canvas.getRootElement()) canvas.setRootElement(plane);
        selection.select(reached);
        canvas.scrollToElement(reached);
        teller.textContent = inWords(reached);
        eventBus.fire(walkedEvent, { element: reached });
      }
      return true;
    });
  }

  /** As {@link walk}, also into the plane of a collapsed sub-process and out of it. */
  #reach(from: WalkElement | null, direction: WalkDirection): NamedElement | null {
    const root = this.canvas.getRootElement();
    const plane = from === null ? undefined : this.registry.get(`${from.id}${planeSuffix}`);
    if (direction === 'into' && plane !== undefined) return walk(null, plane, 'on');
    const reached = walk(from, root, direction);
    if (direction !== 'out' || reached !== null || !root.id.endsWith(planeSuffix)) return reached;
    return this.registry.get(root.id.slice(0, -planeSuffix.length)) ?? null;
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
