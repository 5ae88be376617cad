import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelProcessInstance, type ProcessInstance } from '../../api/process-instances';
import { TextLink } from '../../shared/link/text-link';
import { Button } from '../../ui/button';
import { confirm } from '../../ui/confirm';
import { CopyableKey } from '../../ui/copyable-key';
import { IconBan } from '../../ui/icons';
import { RelativeTime } from '../../ui/relative-time';
import { toastProblem, toastSuccess } from '../../ui/toast';
import { InstanceState } from './instance-state';
import classes from './instance-page.module.css';

/** Which instance this is, how it does, and the one thing that can be done to all of it. */
export function InstanceHeader({ instance }: { readonly instance: ProcessInstance }) {
  const queries = useQueryClient();
  const { processInstanceKey, processDefinitionId, processDefinitionVersion } = instance;
  const name = instance.processDefinitionName ?? processDefinitionId;
  const cancel = useMutation({
    mutationFn: () => cancelProcessInstance(processInstanceKey),
    onSuccess: () => toastSuccess({ title: 'The instance is canceled' }),
    onError: (error) => toastProblem(error, 'The instance was not canceled'),
    onSettled: () => queries.invalidateQueries(),
  });
  const ask = async () => {
    const isSure = await confirm({
      title: 'Cancel this instance?',
      message: `Everything that is still running in instance ${processInstanceKey} of ${name} ends at once, with the instances that it called. This cannot be undone.`,
      action: 'Cancel the instance',
      dismiss: 'Keep it running',
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
        <CopyableKey value={processInstanceKey} label="process instance key" />
        {instance.businessId !== null && <span>Business id {instance.businessId}</span>}
        <span>
          Started <RelativeTime at={instance.startDate} />
        </span>
        {instance.endDate !== null && (
          <span>
            Ended <RelativeTime at={instance.endDate} />
          </span>
        )}
        {instance.parentProcessInstanceKey !== null && (
          <span>
            Called by{' '}
            <TextLink
              size="xs"
              to="/operations/instances/$processInstanceKey"
              params={{ processInstanceKey: instance.parentProcessInstanceKey }}
            >
              instance {instance.parentProcessInstanceKey}
            </TextLink>
          </span>
        )}
        <TextLink
          size="xs"
          to="/operations"
          search={{ process: processDefinitionId, version: processDefinitionVersion }}
        >
          All of this version
        </TextLink>
      </div>
      {instance.endDate === null && (
        <Button
          variant="default"
          leftSection={<IconBan size={14} />}
          loading={cancel.isPending}
          onClick={() => void ask()}
        >
          Cancel instance
        </Button>
      )}
    </header>
  );
}
