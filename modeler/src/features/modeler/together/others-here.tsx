import { t } from '../../../language/texts';
import { Tooltip } from '../../../ui/tooltip';
import classes from './others-here.module.css';

const maxShown = 3;

/** Who else has the draft open. */
export function OthersHere({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  const label = t('Also here: {{names}}', { names: names.join(', ') });
  return (
    <Tooltip label={label}>
      <span className={classes['others']} role="img" aria-label={label}>
        {names.slice(0, maxShown).map((name) => (
          <span key={name} aria-hidden>
            {name.slice(0, 1).toUpperCase()}
          </span>
        ))}
        {names.length > maxShown && <span aria-hidden>+{names.length - maxShown}</span>}
      </span>
    </Tooltip>
  );
}
