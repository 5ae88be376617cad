import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ProcessInstance } from '../../api/process-instances';
import { useTenantName, useTenants } from '../../api/tenant';
import { t } from '../../language/texts';
import { CopyButton } from '../../ui/copy-button';
import { HiddenText } from '../../ui/hidden-text';
import { IconChevronDown } from '../../ui/icons';
import { RelativeTime } from '../../ui/relative-time';
import { TextLink } from '../../shared/link/text-link';
import { InstanceState } from './instance-state';
import type { ColumnId } from './instance-columns';
import type { InstancesSearch, SortField } from './instances-search';
import classes from './instance-table.module.css';

interface Column {
  readonly id: ColumnId;
  readonly title: string;
  readonly sort?: SortField;
  readonly cell: (instance: ProcessInstance) => ReactNode;
}

function Quiet() {
  return <span className={classes['quiet']}>–</span>;
}

function Tenant({ tenantId }: { readonly tenantId: string }) {
  return useTenantName(tenantId) ?? tenantId;
}

/** Shown where there are several: there is nothing to choose. */
const tenantColumn: Column = {
  id: 'tenant',
  title: t('Tenant'),
  cell: ({ tenantId }) => <Tenant tenantId={tenantId} />,
};

const columns: readonly Column[] = [
  { id: 'state', title: t('State'), sort: 'state', cell: (instance) => <InstanceState instance={instance} /> },
  {
    id: 'process',
    title: t('Process'),
    sort: 'processDefinitionName',
    cell: (instance) => (
      <div className={classes['name']}>
        {instance.processDefinitionName ?? instance.processDefinitionId}
        <span className={classes['version']}>v{instance.processDefinitionVersion}</span>
      </div>
    ),
  },
  {
    id: 'key',
    title: t('Instance key'),
    sort: 'processInstanceKey',
    cell: ({ processInstanceKey }) => (
      <span className={classes['key']} onClick={(event) => event.stopPropagation()}>
        <TextLink to="/operations/instances/$processInstanceKey" params={{ processInstanceKey }}>
          {processInstanceKey}
        </TextLink>
      </span>
    ),
  },
  {
    id: 'business',
    title: t('Business id'),
    sort: 'businessId',
    cell: (instance) => instance.businessId ?? <Quiet />,
  },
  {
    id: 'started',
    title: t('Started'),
    sort: 'startDate',
    cell: (instance) => <RelativeTime at={instance.startDate} />,
  },
  {
    id: 'ended',
    title: t('Ended'),
    sort: 'endDate',
    cell: (instance) => (instance.endDate === null ? <Quiet /> : <RelativeTime at={instance.endDate} />),
  },
  {
    id: 'parent',
    title: t('Called by'),
    cell: ({ parentProcessInstanceKey }) =>
      parentProcessInstanceKey === null ? (
        <Quiet />
      ) : (
        <span onClick={(event) => event.stopPropagation()}>
          <TextLink
            to="/operations/instances/$processInstanceKey"
            params={{ processInstanceKey: parentProcessInstanceKey }}
          >
            {parentProcessInstanceKey}
          </TextLink>
        </span>
      ),
  },
];

export interface InstanceTableProps {
  readonly instances: readonly ProcessInstance[];
  readonly shownColumns: readonly ColumnId[];
  readonly search: InstancesSearch;
  readonly onSort: (field: SortField) => void;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const row = (event.target as HTMLElement).closest('tr');
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/** Instances as rows: arrow keys move along them, Enter opens one. */
export function InstanceTable({ instances, shownColumns, search, onSort }: InstanceTableProps) {
  const navigate = useNavigate();
  const hasTenants = (useTenants()?.length ?? 0) > 1;
  const chosen = columns.filter(({ id }) => shownColumns.includes(id));
  const shown = hasTenants ? [...chosen, tenantColumn] : chosen;
  const sorted = search.sort ?? 'startDate';
  const open = (processInstanceKey: string) =>
    void navigate({ to: '/operations/instances/$processInstanceKey', params: { processInstanceKey } });
  return (
    <table className={classes['table']} aria-label={t('Process instances')}>
      <thead>
        <tr>
          {shown.map(({ id, title, sort }) => {
            const isSorted = sort === sorted;
            const direction = search.order === 'asc' ? 'ascending' : 'descending';
            return (
              <th key={id} scope="col" aria-sort={isSorted ? direction : undefined}>
                {sort === undefined ? (
                  title
                ) : (
                  <button type="button" className={classes['sort']} onClick={() => onSort(sort)}>
                    {title}
                    {isSorted && (
                      <IconChevronDown
                        size={13}
                        style={direction === 'ascending' ? { rotate: '180deg' } : {}}
                        aria-hidden
                      />
                    )}
                  </button>
                )}
              </th>
            );
          })}
          <th>
            <HiddenText>{t('Copy')}</HiddenText>
          </th>
        </tr>
      </thead>
      <tbody onKeyDown={moveFocus}>
        {instances.map((instance) => (
          <tr
            key={instance.processInstanceKey}
            className={classes['row']}
            tabIndex={0}
            aria-label={t('Instance {{key}} of {{name}}', {
              key: instance.processInstanceKey,
              name: instance.processDefinitionName ?? instance.processDefinitionId,
            })}
            onClick={() => open(instance.processInstanceKey)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && event.target === event.currentTarget) open(instance.processInstanceKey);
            }}
          >
            {shown.map(({ id, cell }) => (
              <td key={id}>{cell(instance)}</td>
            ))}
            <td className={classes['copy']} onClick={(event) => event.stopPropagation()}>
              <CopyButton
                value={instance.processInstanceKey}
                label={t('Copy key {{processInstanceKey}}', { processInstanceKey: instance.processInstanceKey })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
