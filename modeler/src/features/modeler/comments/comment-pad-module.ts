import { t } from '../../../language/texts';

/** The event that asks for a comment on what is chosen. */
export const commentEvent = 'baton.comment';

interface PadElement {
  readonly id: string;
  readonly labelTarget?: PadElement;
}
interface EventBus {
  fire(event: string): void;
}
interface Selection {
  select(element: PadElement): void;
}
interface Keyboard {
  addListener(listener: (context: { readonly keyEvent: KeyboardEvent }) => boolean | undefined): void;
  hasModifier(event: KeyboardEvent): boolean;
}

/** A speech bubble, in a box of 16 by 16; bpmn-js takes markup. */
const icon =
  '<div class="entry b-pad-comment"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5z"/></svg></div>';

/** Comments beside what else can be done with an element, and by the key M. */
class CommentPad {
  static readonly $inject = ['contextPad', 'eventBus', 'selection', 'keyboard'];

  constructor(
    contextPad: { registerProvider(priority: number, provider: object): void },
    private readonly eventBus: EventBus,
    private readonly selection: Selection,
    keyboard: Keyboard,
  ) {
    // After those of the editor, so that it comes last.
    contextPad.registerProvider(100, this);
    keyboard.addListener(({ keyEvent }) => {
      if (keyEvent.key.toLowerCase() !== 'm' || keyEvent.altKey || keyboard.hasModifier(keyEvent)) return undefined;
      eventBus.fire(commentEvent);
      return true;
    });
  }

  getContextPadEntries(element: PadElement) {
    return (entries: object) => ({
      ...entries,
      'baton-comment': {
        group: 'edit',
        html: icon,
        title: t('Comment'),
        action: {
          click: () => {
            this.selection.select(element.labelTarget ?? element);
            this.eventBus.fire(commentEvent);
          },
        },
      },
    });
  }
}

export const commentPadModule = {
  __init__: ['batonCommentPad'],
  batonCommentPad: ['type', CommentPad] as ['type', typeof CommentPad],
};
