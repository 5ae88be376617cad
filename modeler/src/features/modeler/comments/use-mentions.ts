import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { peopleQuery, type Person } from '../../../api/draft-comments';
import { mentionAt, withMention } from './mention-at';

export interface Mentions {
  /** Who can be mentioned in place of what is typed; empty while nobody is being mentioned. */
  readonly people: readonly Person[];
  readonly activeIndex: number;
  readonly listId: string;
  readonly optionId: (index: number) => string;
  readonly choose: (person: Person) => void;
  /** To be told where the caret is. */
  readonly setCaret: (caret: number) => void;
  /** Takes the keys of the list; whether one was. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** The list of people behind an `@` that is being typed: arrow keys, Enter and Tab choose, Escape closes it. */
export function useMentions(
  draftId: string,
  input: RefObject<HTMLTextAreaElement | null>,
  text: string,
  setText: (text: string) => void,
): Mentions {
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState({ part: '', index: 0 });
  /** Where the `@` is whose list was closed. */
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const typed = mentionAt(text, caret);
  const isOpen = typed !== null && typed.start !== closedAt;
  const found = useQuery({
    ...peopleQuery(draftId, typed?.part ?? ''),
    enabled: isOpen,
    placeholderData: keepPreviousData,
  });
  const people = isOpen ? (found.data ?? []) : [];
  const activeIndex = active.part === typed?.part ? Math.min(active.index, people.length - 1) : 0;

  const choose = ({ username }: Person) => {
    if (typed === null) return;
    const next = withMention(text, typed, username);
    setText(next.text);
    setCaret(next.caret);
    // Once the new text is in the field.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const step = (by: number) =>
    setActive({ part: typed?.part ?? '', index: (activeIndex + by + people.length) % people.length });

  return {
    people,
    activeIndex,
    listId,
    optionId: (index) => `${listId}-${index}`,
    choose,
    setCaret,
    onKey: (event) => {
      const person = people[activeIndex];
      if (person === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'ArrowDown') step(1);
      else if (event.key === 'ArrowUp') step(-1);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(person);
      else if (event.key === 'Escape') setClosedAt(typed?.start ?? null);
      else return false;
      return true;
    },
  };
}
