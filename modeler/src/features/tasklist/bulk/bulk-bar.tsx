import { useState } from 'react';
import { findAllTasks, maxChosen, type BulkChange, type ListedUserTask } from '../../../api/tasklist';
import { t } from '../../../language/texts';
import { Anchor } from '../../../ui/anchor';
import { Button } from '../../../ui/button';
import { IconButton } from '../../../ui/icon-button';
import { IconX } from '../../../ui/icons';
import { Menu } from '../../../ui/menu';
import { toastProblem } from '../../../ui/toast';
import { HandOverDialog } from '../hand-over-dialog';
import { BulkFailuresDialog } from './bulk-failures';
import { commonForm, CompleteDialog } from './complete-dialog';
import { UrgencyDialog } from './urgency-dialog';
import { useBulk } from './use-bulk';
import classes from './bulk.module.css';

export interface BulkBarProps {
  readonly chosen: readonly ListedUserTask[];
  readonly user: string;
  /** How many the search finds in all, where that is more than are chosen. */
  readonly total: number;
  /** The search that finds them. */
  readonly search: object;
  readonly onChoose: (tasks: readonly ListedUserTask[]) => void;
}

type Dialog = 'assign' | 'urgency' | 'complete';

/** What can be done to all chosen tasks at once. */
export function BulkBar({ chosen, user, total, search, onChoose }: BulkBarProps) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const bulk = useBulk((failed) => onChoose(chosen.filter(({ userTaskKey }) => failed.includes(userTaskKey))));
  const run = (change: BulkChange) => void bulk.run(chosen, change);
  const formKey = commonForm(chosen);
  const close = () => setDialog(null);
  const isBusy = bulk.progress !== null;
  const chooseAll = () =>
    findAllTasks(search).then(onChoose, (error: unknown) => toastProblem(error, t('The tasks could not be read')));
  return (
    <div className={classes['bar']} role="group" aria-label={t('Chosen tasks')}>
      <span className={classes['count']} aria-live="polite">
        {bulk.progress === null
          ? t('{{count}} chosen', { count: chosen.length })
          : t('{{done}} of {{total}} done', { done: bulk.progress.done, total: bulk.progress.of })}{' '}
        {!isBusy && total > chosen.length && (
          <Anchor component="button" type="button" size="xs" onClick={() => void chooseAll()}>
            {t('Choose all {{total}}', { total: Math.min(total, maxChosen) })}
          </Anchor>
        )}
      </span>
      <Button
        size="compact-sm"
        loading={isBusy}
        disabled={chosen.length === 0}
        onClick={() => run({ kind: 'claim', user })}
      >
        {t('Claim')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="default" disabled={isBusy || chosen.length === 0}>
            {t('More')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => run({ kind: 'unclaim' })}>{t('Unclaim')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('assign')}>{t('Assign to…')}</Menu.Item>
          <Menu.Item onClick={() => setDialog('urgency')}>{t('Dates and priority…')}</Menu.Item>
          <Menu.Item disabled={formKey === undefined} onClick={() => setDialog('complete')}>
            {formKey === undefined ? t('Complete… (their forms differ)') : t('Complete…')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <IconButton label={t('Choose none')} onClick={() => onChoose([])}>
        <IconX size={15} />
      </IconButton>
      {dialog === 'assign' && (
        <HandOverDialog
          title={t('Assign {{count}} tasks', { count: chosen.length })}
          action={t('Assign')}
          userTaskKey={chosen[0]?.userTaskKey ?? ''}
          without={[]}
          hasNote={false}
          onClose={close}
          onSubmit={(assignee) => {
            run({ kind: 'assign', assignee });
            return Promise.resolve(true);
          }}
        />
      )}
      {dialog === 'urgency' && <UrgencyDialog count={chosen.length} onClose={close} onSubmit={run} />}
      {dialog === 'complete' && formKey !== undefined && (
        <CompleteDialog tasks={chosen} formKey={formKey} onClose={close} onSubmit={run} />
      )}
      {bulk.failures !== null && (
        <BulkFailuresDialog
          failures={bulk.failures}
          onClose={bulk.forget}
          onRetry={() => {
            const { change, failed } = bulk.failures ?? { change: null, failed: [] };
            if (change !== null)
              void bulk.run(
                failed.flatMap(({ task }) => task ?? []),
                change,
              );
          }}
        />
      )}
    </div>
  );
}
