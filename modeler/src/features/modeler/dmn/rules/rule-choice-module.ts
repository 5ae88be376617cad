import { Component, createVNode } from 'inferno';
import type { ElementBadge } from '../../../../shared/diagram/paint-badges';

interface RuleCellProps {
  /** The rule, in the cell with its number. */
  readonly row: { readonly id: string };
}
interface Components {
  onGetComponent(
    place: 'cell-inner',
    provide: (context: { readonly cellType?: string }) => typeof Component | undefined,
  ): void;
}
interface EventBus {
  on(event: string, listener: (event: { readonly row?: { readonly id: string } }) => void): void;
}

// What inferno calls a plain element, and children that it has to look at itself.
const element = 1;
const anyChildren = 0;

/** Which rule of the table that is shown is chosen, and numbers at rules. It works in editors and in viewers. */
export class RuleChoice {
  static readonly $inject = ['components', 'config.renderer', 'eventBus'];

  private chosenId: string | null = null;
  private badges: ReadonlyMap<string, ElementBadge> = new Map();
  private onOpen: ((ruleId: string) => void) | null = null;
  /** Whoever wants to know of another choice: the page. */
  private readonly listeners = new Set<() => void>();
  /** The cells that show a choice and a number. */
  private readonly cells = new Set<() => void>();

  constructor(
    components: Components,
    private readonly renderer: { readonly container: HTMLElement },
    eventBus: EventBus,
  ) {
    const cell = this.#cell();
    components.onGetComponent('cell-inner', ({ cellType }) => (cellType === 'rule-index' ? cell : undefined));
    const { container } = renderer;
    for (const event of ['click', 'focusin']) container.addEventListener(event, ({ target }) => this.#pick(target));
    eventBus.on('diagram.clear', () => this.choose(null));
    eventBus.on('row.remove', ({ row }) => {
      if (row?.id === this.chosenId) this.choose(null);
    });
  }

  chosen(): string | null {
    return this.chosenId;
  }

  /** Chooses a rule and brings it into view; null chooses none. */
  choose(ruleId: string | null): void {
    if (ruleId === this.chosenId) return;
    this.chosenId = ruleId;
    for (const tell of [...this.cells, ...this.listeners]) tell();
    if (ruleId === null) return;
    const cell = this.renderer.container.querySelector(`[data-row-id="${CSS.escape(ruleId)}"]`);
    cell?.scrollIntoView({ block: 'nearest' });
  }

  /** Hears of every other choice until what is returned is called. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Puts numbers at rules, in place of those that were there. */
  show(badges: readonly ElementBadge[], onOpen: (ruleId: string) => void): void {
    this.badges = new Map(badges.map((badge) => [badge.elementId, badge]));
    this.onOpen = onOpen;
    for (const tell of this.cells) tell();
  }

  /** A click into the head is about the decision; menus of the table lie beside its rows and change nothing. */
  #pick(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    const ruleId = target.closest<HTMLElement>('[data-row-id]')?.dataset['rowId'];
    if (ruleId !== undefined) this.choose(ruleId);
    else if (target.closest('thead') !== null) this.choose(null);
  }

  #cell(): typeof Component {
    const isChosen = (ruleId: string) => ruleId === this.chosenId;
    const badgeOf = (ruleId: string) => this.badges.get(ruleId);
    const open = (ruleId: string) => this.onOpen?.(ruleId);
    const { cells } = this;
    return class RuleMark extends Component<RuleCellProps> {
      readonly refresh = () => this.forceUpdate();
      override componentDidMount() {
        cells.add(this.refresh);
      }
      override componentWillUnmount() {
        cells.delete(this.refresh);
      }
      override render() {
        const { id } = (this.props as RuleCellProps).row;
        const badge = badgeOf(id);
        const button =
          badge &&
          createVNode(element, 'button', 'baton-count', String(badge.count), anyChildren, {
            type: 'button',
            'aria-label': badge.label,
            title: badge.label,
            onClick: (event: Event) => {
              event.stopPropagation();
              open(id);
            },
          });
        const name = isChosen(id) ? 'b-rule-mark b-rule-chosen' : 'b-rule-mark';
        return createVNode(element, 'span', name, button ?? null, anyChildren);
      }
    } as unknown as typeof Component;
  }
}

/** To be added to the editors and viewers of decision tables; `get('batonRules')` then answers a {@link RuleChoice}. */
export const ruleChoiceModule = { __init__: ['batonRules'], batonRules: ['type', RuleChoice] };
