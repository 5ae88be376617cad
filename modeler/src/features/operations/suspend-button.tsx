import { useMutation, useQueryClient } from '@tanstack/react-query';
import { resumeProcessInstance, suspendProcessInstance, type ProcessInstance } from '../../api/process-instances';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { IconPlayerPause, IconPlayerPlay } from '../../ui/icons';
import { toastProblem, toastSuccess } from '../../ui/toast';

/** Lets an instance rest, or go on. Each is taken back by the other, so nobody is asked first. */
export function SuspendButton({ instance }: { readonly instance: ProcessInstance }) {
  const queries = useQueryClient();
  const { processInstanceKey } = instance;
  const rests = instance.state === 'SUSPENDED';
  const change = useMutation({
    mutationFn: () => (rests ? resumeProcessInstance(processInstanceKey) : suspendProcessInstance(processInstanceKey)),
    onSuccess: () =>
      toastSuccess(
        rests
          ? { title: t('The instance goes on') }
          : {
              title: t('The instance is suspended'),
              message: t('No job, timer or message moves it until it is resumed.'),
            },
      ),
    onError: (error) =>
      toastProblem(error, rests ? t('The instance was not resumed') : t('The instance was not suspended')),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <Button
      variant="default"
      leftSection={rests ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
      loading={change.isPending}
      onClick={() => change.mutate()}
    >
      {rests ? t('Resume') : t('Suspend')}
    </Button>
  );
}
