import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  batchOperationQuery,
  failedItemsQuery,
  migrateInstances,
  type BatchOperation,
} from '../../api/batch-operations';
import { elementStatisticsQuery } from '../../api/element-statistics';
import type { ProcessDefinition } from '../../api/process-definitions';
import { queryClient } from '../../api/query-client';
import { t } from '../../language/texts';
import { typeInWords } from '../../shared/diagram/element-words';
import { LinkButton } from '../../shared/link/link-button';
import { Button } from '../../ui/button';
import { Group } from '../../ui/group';
import { Modal } from '../../ui/modal';
import { ProblemNotice } from '../../ui/problem-notice';
import { Select } from '../../ui/select';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { Text } from '../../ui/text';
import { describeBpmn } from '../../shared/model/describe-bpmn';
import type { ReadComparable } from './read-comparable';
import { suggestMapping, type SuggestedMapping } from './suggest-mapping';
import classes from './migrate-dialog.module.css';

export interface MigrateDialogProps {
  readonly left: ReadComparable & { readonly definition: ProcessDefinition };
  readonly right: ReadComparable & { readonly definition: ProcessDefinition };
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** How the migration goes, and what to do about instances that could not follow. */
function Progress({ operation, version }: { readonly operation: BatchOperation; readonly version: number }) {
  const { operationsTotalCount: total, operationsCompletedCount: done, operationsFailedCount: failed } = operation;
  const failures = useQuery(failedItemsQuery(operation.batchOperationKey, failed > 0));
  return (
    <div role="status" className={classes['progress']}>
      <progress value={done + failed} max={Math.max(total, 1)} aria-label={t('Instances migrated')} />
      <p>
        {operation.endDate === null
          ? t('{{done}} of {{total}} instances go on by version {{version}} …', { done, total, version })
          : t('{{done}} of {{total}} instances go on by version {{version}}.', { done, total, version })}
        {failed > 0 && ` ${t('{{count}} could not follow and stay where they are.', { count: failed })}`}
      </p>
      {failures.data !== undefined && failures.data.length > 0 && (
        <ul>
          {failures.data.map(({ processInstanceKey, errorMessage }) => (
            <li key={processInstanceKey}>
              <LinkButton
                variant="subtle"
                size="compact-xs"
                to="/operations/instances/$processInstanceKey"
                params={{ processInstanceKey }}
              >
                {processInstanceKey}
              </LinkButton>{' '}
              {errorMessage}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Lets the running instances of one version go on by another: what stands for what is filled in and can be changed. */
export function MigrateDialog({ left, right, opened, onClose }: MigrateDialogProps) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [failure, setFailure] = useState<unknown>(null);
  const [operationKey, setOperationKey] = useState<string | null>(null);
  const { processDefinitionKey, version } = left.definition;
  const suggested = useQuery({
    queryKey: ['migration-mapping', processDefinitionKey, right.definition.processDefinitionKey],
    queryFn: async () => suggestMapping(await describeBpmn(left.content), await describeBpmn(right.content)),
    enabled: opened,
    staleTime: Infinity,
  });
  const statistics = useQuery({ ...elementStatisticsQuery(processDefinitionKey), enabled: opened });
  const operation = useQuery(batchOperationQuery(operationKey));
  const active = useMemo(
    () => new Map(statistics.data?.map(({ elementId, active: here, incidents }) => [elementId, here + incidents])),
    [statistics.data],
  );
  const targetOf = ({ source, targetId }: SuggestedMapping) =>
    chosen.has(source.id) ? (chosen.get(source.id) ?? null) : targetId;
  // Where tokens are comes first; the rest is only for what is waited for.
  const rows = [...(suggested.data ?? [])].sort(
    (one, other) => (active.get(other.source.id) ?? 0) - (active.get(one.source.id) ?? 0),
  );
  const open = rows.filter((row) => (active.get(row.source.id) ?? 0) > 0 && targetOf(row) === null);

  const migrate = async () => {
    setFailure(null);
    try {
      const instructions = rows.flatMap((row) => {
        const targetElementId = targetOf(row);
        return targetElementId === null ? [] : [{ sourceElementId: row.source.id, targetElementId }];
      });
      const begun = await migrateInstances(processDefinitionKey, right.definition.processDefinitionKey, instructions);
      setOperationKey(begun.batchOperationKey);
      void queryClient.invalidateQueries({ queryKey: ['process-instances'] });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('Migrate the running instances of version {{before}} to version {{after}}', {
        before: version,
        after: right.definition.version,
      })}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t(
            'What is active keeps its variables, jobs, tasks and timers, and goes on by the new version. An instance that cannot follow stays as it is, and is told here.',
          )}
        </Text>
        {suggested.isError && <ProblemNotice title={t('The versions could not be read')} error={suggested.error} />}
        {suggested.data === undefined && !suggested.isError && <Skeleton height={160} aria-busy="true" />}
        {rows.length > 0 && (
          <div className={classes['rows']}>
            <table aria-label={t('What stands for what')}>
              <thead>
                <tr>
                  <th scope="col">{t('In version {{version}}', { version })}</th>
                  <th scope="col">{t('Active')}</th>
                  <th scope="col">{t('Goes on at')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.source.id}>
                    <th scope="row">
                      {row.source.name} <span className={classes['type']}>{typeInWords(row.source.type)}</span>
                    </th>
                    <td>{active.get(row.source.id) ?? 0}</td>
                    <td>
                      <Select
                        size="xs"
                        aria-label={t('{{name}} goes on at', { name: row.source.name })}
                        placeholder={t('Nowhere')}
                        clearable
                        searchable
                        value={targetOf(row)}
                        onChange={(value) => setChosen((previous) => new Map(previous).set(row.source.id, value))}
                        data={row.candidates.map(({ id, name }) => ({
                          value: id,
                          label: name === id ? id : `${name} (${id})`,
                        }))}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {open.length > 0 && operationKey === null && (
          <Text size="sm" c="var(--b-waiting)" role="status">
            {t('Instances are at {{names}}: choose where they go on, or they stay as they are.', {
              names: open.map(({ source }) => source.name).join(', '),
            })}
          </Text>
        )}
        {failure !== null && <ProblemNotice title={t('Not migrated')} error={failure} />}
        {operation.data !== undefined && <Progress operation={operation.data} version={right.definition.version} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {operationKey === null ? t('Cancel') : t('Close')}
          </Button>
          {operationKey === null && (
            <Button disabled={suggested.data === undefined} onClick={() => void migrate()}>
              {t('Migrate')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
