import { useEffect } from 'react';
import { t } from '../../language/texts';
import { Kbd } from '../../ui/kbd';
import { Modal } from '../../ui/modal';
import { modifierKey } from './modifier-key';
import { shortcutGroups, type Shortcut } from './shortcuts';
import classes from './shortcuts-dialog.module.css';

export interface ShortcutsDialogProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
}

/** Whether what is pressed goes into a text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function Line({ keys, does }: Shortcut) {
  return (
    <div className={classes['line']}>
      <dt>
        {keys.map((key) => (
          <Kbd key={key} size="xs">
            {key === 'Mod' ? modifierKey : key}
          </Kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}

/** What can be done by keyboard, on `?` and from the command palette. */
export function ShortcutsDialog({ opened, onChange }: ShortcutsDialogProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      onChange(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onChange]);
  return (
    <Modal opened={opened} onClose={() => onChange(false)} title={t('Keyboard shortcuts')} size="lg">
      <div className={classes['groups']}>
        {shortcutGroups.map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <Line key={shortcut.does} {...shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
