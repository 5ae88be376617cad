import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { maxCommentLength } from '../../../api/draft-comments';
import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { HiddenText } from '../../../ui/hidden-text';
import { Popover } from '../../../ui/popover';
import { Textarea } from '../../../ui/textarea';
import { toastProblem } from '../../../ui/toast';
import { useKeptText } from './kept-text';
import { useMentions } from './use-mentions';
import classes from './comments.module.css';

export interface CommentComposerProps {
  readonly draftId: string;
  /** What is typed is kept under this until it is sent. */
  readonly place: string;
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  readonly initial?: string;
  /** Sends the text; what is typed stays where it throws. */
  readonly onSend: (text: string) => Promise<void>;
  readonly onCancel?: () => void;
  /** Takes the focus whenever this becomes another number, but for 0. (Default: 0.) */
  readonly focusRequest?: number;
}

/** So many characters before the limit it is told. */
const warnBefore = 500;

/** Where a comment is written: grows with its text, `@` opens a list of people, Ctrl or Cmd with Enter sends. */
export function CommentComposer(props: CommentComposerProps) {
  const { draftId, place, label, action, initial = '', onSend, onCancel, focusRequest = 0 } = props;
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useKeptText(`${draftId}.${place}`, initial);
  const [isSending, setSending] = useState(false);
  const mentions = useMentions(draftId, input, text, setText);
  const { people, activeIndex, listId, optionId } = mentions;
  const isEmpty = text.trim() === '';
  const left = maxCommentLength - text.length;
  useEffect(() => {
    if (focusRequest !== 0) input.current?.focus();
  }, [focusRequest]);

  const send = async () => {
    if (isEmpty || isSending) return;
    setSending(true);
    try {
      await onSend(text.trim());
      setText('');
    } catch (error) {
      toastProblem(error, t('The comment was not sent'));
    } finally {
      setSending(false);
    }
  };
  const cancel = () => {
    setText(initial);
    onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && onCancel !== undefined && text === initial) cancel();
  };

  return (
    <div className={classes['composer']}>
      <Popover
        opened={people.length > 0}
        position="bottom-start"
        width="target"
        offset={2}
        withRoles={false}
        trapFocus={false}
        returnFocus={false}
      >
        <Popover.Target>
          <Textarea
            ref={input}
            aria-label={label}
            placeholder={label}
            autosize
            minRows={2}
            maxRows={10}
            maxLength={maxCommentLength}
            size="xs"
            value={text}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={people.length > 0 ? listId : undefined}
            aria-activedescendant={people.length > 0 ? optionId(activeIndex) : undefined}
            onChange={(event) => {
              setText(event.currentTarget.value);
              mentions.setCaret(event.currentTarget.selectionStart);
            }}
            onSelect={(event) => mentions.setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
          />
        </Popover.Target>
        <Popover.Dropdown className={classes['people']}>
          <ul id={listId} role="listbox" aria-label={t('People to mention')}>
            {people.map((person, index) => (
              <li
                key={person.username}
                id={optionId(index)}
                role="option"
                aria-selected={index === activeIndex}
                // The text keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => mentions.choose(person)}
              >
                {person.name !== null && <b>{person.name}</b>} <span>{person.username}</span>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
      <HiddenText role="status">
        {people.length > 0 ? t('{{count}} people to choose from', { count: people.length }) : ''}
      </HiddenText>
      <div className={classes['send']}>
        {left <= warnBefore && <span>{t('{{left}} characters left', { left })}</span>}
        {onCancel !== undefined && (
          <Button variant="subtle" color="gray" size="compact-xs" onClick={cancel}>
            {t('Cancel')}
          </Button>
        )}
        <Button size="compact-xs" disabled={isEmpty} loading={isSending} onClick={() => void send()}>
          {action}
        </Button>
      </div>
    </div>
  );
}
