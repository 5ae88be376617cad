import { useState } from 'react';
import { t } from '../../../language/texts';
import { HiddenText } from '../../../ui/hidden-text';
import classes from './parts.module.css';

/** The draft's name, edited in place: Enter or leaving the field takes it, Escape takes it back. */
export function NameField({ name, onRename }: { readonly name: string; readonly onRename: (name: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const next = typed?.trim() ?? '';
    if (next !== '' && next !== name) onRename(next);
    setTyped(null);
  };
  return (
    <>
      <HiddenText>
        <h1>{name}</h1>
      </HiddenText>
      <input
        className={classes['name']}
        aria-label={t('Name of the draft')}
        title={t('Rename')}
        value={typed ?? name}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') {
            setTyped(null);
            // The blur that follows must find nothing to take.
            requestAnimationFrame(() => (document.activeElement as HTMLElement | null)?.blur());
          }
        }}
      />
    </>
  );
}
