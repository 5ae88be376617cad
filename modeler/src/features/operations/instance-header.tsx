import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelProcessInstance, type ProcessInstance } from '../../api/process-instances';
import { t } from '../../language/texts';
import { TextLink } from '../../shared/link/text-link';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { CopyableKey } from '../../ui/copyable-key';
import { IconBan, IconHistory, IconTool } from '../../ui/icons';
import { RelativeTime } from '../../ui/relative-time';
import { toastProblem, toastSuccess } from '../../ui/toast';
import { InstanceState } from './instance-state';
import { SuspendButton } from './suspend-button';
import classes from './instance-page.module.css';

export interface InstanceHeaderProps {
  readonly instance: ProcessInstance;
  /** Whether an earlier step of it is shown. */
  readonly isInThePast: boolean;
  /** Begins to look at earlier steps, or ends it. */
  readonly onTravel: () => void;
  /** Begins to plan a modification; null where one is being planned, or none can be. */
  readonly onModify: (() => void) | null;
}

/** Which instance this is, how it does, and the one thing that can be done to all of it. */
export function InstanceHeader({ instance, isInThePast, onTravel, onModify }: InstanceHeaderProps) {
  const queries = useQueryClient();
  const { processInstanceKey, processDefinitionId, processDefinitionVersion } = instance;
  const name = instance.processDefinitionName ?? processDefinitionId;
  const cancel = useMutation({
    mutationFn: () => cancelProcessInstance(processInstanceKey),
    onSuccess: () => toastSuccess({ title: t('The instance is canceled') }),
    onError: (error) => toastProblem(error, t('The instance was not canceled')),
    onSettled: () => queries.invalidateQueries(),
  });
  const ask = async () => {
    const isSure = await confirm({
      title: t('Cancel this instance?'),
      message: t(
        'Everything that is still running in instance {{processInstanceKey}} of {{name}} ends at once, with the instances that it called. This cannot be undone.',
        { processInstanceKey, name },
      ),
      action: t('Cancel the instance'),
      dismiss: t('Keep it running'),
      danger: true,
    });
    if (isSure) cancel.mutate();
  };
  return (
    <header className={classes['head']}>
      <h1 className={classes['title']}>
        {name} <span className={classes['version']}>v{processDefinitionVersion}</span>
      </h1>
      <InstanceState instance={instance} />
      <div className={classes['facts']}>
        <CopyableKey value={processInstanceKey} label={t('process instance key')} />
        {instance.businessId !== null && (
          <span>{t('Business id {{businessId}}', { businessId: instance.businessId })}</span>
        )}
        <span>
          {t('Started')} <RelativeTime at={instance.startDate} />
        </span>
        {instance.endDate !== null && (
          <span>
            {t('Ended')} <RelativeTime at={instance.endDate} />
          </span>
        )}
        {instance.parentProcessInstanceKey !== null && (
          <span>
            {t('Called by')}{' '}
            <TextLink
              size="xs"
              to="/operations/instances/$processInstanceKey"
              params={{ processInstanceKey: instance.parentProcessInstanceKey }}
            >
              {t('instance {{key}}', { key: instance.parentProcessInstanceKey })}
            </TextLink>
          </span>
        )}
        <TextLink
          size="xs"
          to="/operations"
          search={{ process: processDefinitionId, version: processDefinitionVersion }}
        >
          {t('All of this version')}
        </TextLink>
      </div>
      <div className={classes['tools']}>
        <Button
          variant={isInThePast ? 'light' : 'default'}
          leftSection={<IconHistory size={14} />}
          aria-pressed={isInThePast}
          onClick={onTravel}
        >
          {t('Time travel')}
        </Button>
        {onModify !== null && (
          <Button variant="default" leftSection={<IconTool size={14} />} onClick={onModify}>
            {t('Modify')}
          </Button>
        )}
        {instance.endDate === null && <SuspendButton instance={instance} />}
        {instance.endDate === null && (
          <Button
            variant="default"
            leftSection={<IconBan size={14} />}
            loading={cancel.isPending}
            onClick={() => void ask()}
          >
            {t('Cancel instance')}
          </Button>
        )}
      </div>
    </header>
  );
}
