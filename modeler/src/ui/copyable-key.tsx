import { Tooltip } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../language/texts';
import classes from './copyable-key.module.css';

/** A key in monospace that is copied by a click. */
export function CopyableKey({ value, label = t('key') }: { readonly value: string; readonly label?: string }) {
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <Tooltip label={clipboard.copied ? t('Copied') : t('Copy {{label}}', { label })}>
      <button
        type="button"
        className={classes['key']}
        aria-label={t('Copy {{label}} {{value}}', { label, value })}
        onClick={(event) => {
          event.stopPropagation();
          clipboard.copy(value);
        }}
      >
        {value}
        {clipboard.copied ? <IconCheck size={12} /> : <IconCopy size={12} />}
      </button>
    </Tooltip>
  );
}
