import { useEffect, useState } from 'react';
import { t } from '../../../language/texts';
import type { DiagramMarks } from '../../../shared/diagram/diagram-marks';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import { IconX } from '../../../ui/icons';
import { ApplyDialog } from './apply-dialog';
import type { Plan } from './modification-plan';
import { stepInWords } from './plan-words';
import type { ModificationState } from './use-modification';
import classes from './modification.module.css';

export interface ModificationBarProps {
  readonly processInstanceKey: string;
  /** What is planned; null where nothing is to be. */
  readonly plan: Plan | null;
  readonly modification: Omit<ModificationState, 'plan'>;
  /** Where tokens are now, without the plan. */
  readonly marks: DiagramMarks;
  readonly nameOf: (elementId: string) => string;
  /** Id of the chosen element. */
  readonly chosenId: string | null;
}

/** Plans what is to be done to an instance: tokens are dragged on the diagram, or an element is chosen and what to do with it by buttons. */
export function ModificationBar(props: ModificationBarProps) {
  const { processInstanceKey, plan, modification, marks, nameOf, chosenId } = props;
  const { moving, add, drop, startMove, discard } = modification;
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    if (moving === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') startMove(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [moving, startMove]);
  if (plan === null) return null;
  const tokens = marks.elements.find(({ elementId }) => elementId === chosenId)?.tokens ?? 0;
  return (
    <section className={classes['bar']} aria-label={t('Modification')}>
      <div className={classes['row']}>
        <p className={classes['hint']} role="status">
          {moving !== null
            ? t('Choose where it goes on from {{name}}, in the diagram. Escape stops it.', { name: nameOf(moving) })
            : chosenId === null
              ? t('Drag a token to where the instance is to go on, or choose an element.')
              : t('{{name}}: {{count}} tokens', { name: nameOf(chosenId), count: tokens })}
        </p>
        {moving === null && chosenId !== null && (
          <div className={classes['actions']}>
            {tokens > 0 && (
              <>
                <Button variant="default" onClick={() => startMove(chosenId)}>
                  {t('Move to …')}
                </Button>
                <Button variant="default" onClick={() => add({ kind: 'cancel', elementId: chosenId })}>
                  {t('Cancel here')}
                </Button>
              </>
            )}
            <Button variant="default" onClick={() => add({ kind: 'begin', elementId: chosenId })}>
              {t('Begin here')}
            </Button>
          </div>
        )}
        <div className={classes['end']}>
          <Button disabled={plan.length === 0} onClick={() => setIsAsking(true)}>
            {t('Review and apply')}
          </Button>
          <Button variant="default" onClick={discard}>
            {t('Discard')}
          </Button>
        </div>
      </div>
      {plan.length > 0 && (
        <ul className={classes['plan']} aria-label={t('Planned changes')}>
          {plan.map((step, index) => {
            const words = stepInWords(step, nameOf);
            return (
              <li key={`${index} ${words}`} className={classes['step']}>
                {words}
                <IconButton label={t('Take back: {{step}}', { step: words })} size="sm" onClick={() => drop(index)}>
                  <IconX size={13} />
                </IconButton>
              </li>
            );
          })}
        </ul>
      )}
      {isAsking && (
        <ApplyDialog
          processInstanceKey={processInstanceKey}
          plan={plan}
          nameOf={nameOf}
          onClose={() => setIsAsking(false)}
          onDone={discard}
        />
      )}
    </section>
  );
}
