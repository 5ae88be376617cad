import { t } from '../../../language/texts';
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconWifiOff } from '../../../ui/icons';
import { Tooltip } from '../../../ui/tooltip';
import type { SaveState } from '../saving/draft-saver';
import classes from './parts.module.css';

const shown = {
  saved: { word: t('Saved'), hint: t('The server has everything.'), icon: IconCheck, tone: 'calm' },
  pending: {
    word: t('Saving…'),
    hint: t('Kept in this browser, on its way to the server.'),
    icon: IconCircleDashed,
    tone: 'calm',
  },
  saving: {
    word: t('Saving…'),
    hint: t('Kept in this browser, on its way to the server.'),
    icon: IconCircleDashed,
    tone: 'calm',
  },
  offline: {
    word: t('Kept here'),
    hint: t('The server cannot be reached. Your edits are kept in this browser and sent as soon as it answers.'),
    icon: IconWifiOff,
    tone: 'warn',
  },
  conflict: {
    word: t('Changed elsewhere'),
    hint: t('Decide above which version to keep.'),
    icon: IconAlertTriangle,
    tone: 'warn',
  },
  gone: {
    word: t('Deleted elsewhere'),
    hint: t('Decide above what to do with yours.'),
    icon: IconAlertTriangle,
    tone: 'warn',
  },
  refused: { word: t('Not saved'), hint: '', icon: IconAlertTriangle, tone: 'bad' },
} as const;

/** Whether the draft is saved, in a word; more on hover. */
export function SaveIndicator({ state }: { readonly state: SaveState }) {
  const { word, hint, icon: Icon, tone } = shown[state.kind];
  return (
    <Tooltip label={state.kind === 'refused' ? state.message : hint} multiline maw={300}>
      <span className={`${classes['save']} ${classes[tone]}`} role="status" aria-label={t('Draft: {{word}}', { word })}>
        <Icon size={14} aria-hidden /> <span className={classes['saveWord']}>{word}</span>
      </span>
    </Tooltip>
  );
}
