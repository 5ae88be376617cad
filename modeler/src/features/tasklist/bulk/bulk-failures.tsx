import { t } from '../../../language/texts';
import { Button } from '../../../ui/button';
import { Group } from '../../../ui/group';
import { Modal } from '../../../ui/modal';
import { Text } from '../../../ui/text';
import { taskName } from '../task-name';
import type { BulkFailures } from './use-bulk';
import classes from './bulk.module.css';

export interface BulkFailuresDialogProps {
  readonly failures: BulkFailures;
  readonly onClose: () => void;
  readonly onRetry: () => void;
}

/** Which of many tasks were not changed, and why; to be tried again. */
export function BulkFailuresDialog({ failures: { failed, done }, onClose, onRetry }: BulkFailuresDialogProps) {
  return (
    <Modal opened onClose={onClose} title={t('{{count}} tasks were not changed', { count: failed.length })} size="lg">
      {done > 0 && <Text size="sm">{t('{{count}} others were.', { count: done })}</Text>}
      <ul className={classes['failures']}>
        {failed.map(({ userTaskKey, task, error }) => (
          <li key={userTaskKey}>
            <b>{task === undefined ? userTaskKey : taskName(task)}</b>
            {task !== undefined && <span> · {task.businessId ?? task.processInstanceKey}</span>}
            <p>{error?.deniedReason ?? error?.detail}</p>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('Close')}
        </Button>
        <Button onClick={onRetry}>{t('Try these again')}</Button>
      </Group>
    </Modal>
  );
}
