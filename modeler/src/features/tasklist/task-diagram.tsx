import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { processDefinitionXmlQuery } from '../../api/process-definitions';
import { processInstancePathQuery } from '../../api/process-instances';
import type { UserTask } from '../../api/user-tasks';
import { t } from '../../language/texts';
import { Diagram } from '../../shared/diagram/diagram';
import { markOfPlace, marksOfPath } from '../../shared/diagram/diagram-marks';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';

/** The process that the task belongs to: where it stands, and how it came there. */
export function TaskDiagram({ task }: { readonly task: UserTask }) {
  const xml = useQuery(processDefinitionXmlQuery(task.processDefinitionKey));
  const path = useQuery(processInstancePathQuery(task.processInstanceKey));
  // Without the path the place of the task is still known.
  const marks = useMemo(
    () => (path.data === undefined ? markOfPlace(task.elementId) : marksOfPath(path.data)),
    [path.data, task.elementId],
  );
  if (xml.isError)
    return (
      <ProblemNotice title={t('The diagram could not be read')} error={xml.error} onRetry={() => void xml.refetch()} />
    );
  if (xml.data === undefined) return <Skeleton height="100%" aria-busy="true" />;
  return (
    <Diagram
      xml={xml.data}
      marks={marks}
      selectedId={task.elementId}
      label={t('Diagram of {{name}}', { name: task.processName ?? task.processDefinitionId })}
    />
  );
}
