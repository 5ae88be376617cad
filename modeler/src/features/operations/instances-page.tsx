import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { processDefinitionsQuery } from '../../api/process-definitions';
import { processInstancesQuery } from '../../api/process-instances';
import { language, t } from '../../language/texts';
import { useStoredState } from '../../shared/browser/use-stored-state';
import { SplitView } from '../../shared/split/split-view';
import { StartProcessDialog } from '../../shared/start/start-process-dialog';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { EmptyState } from '../../ui/empty-state';
import { IconChevronLeft, IconChevronRight, IconPlayerPlay, IconStack2, IconTable } from '../../ui/icons';
import { Popover } from '../../ui/popover';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import { columnNames, defaultColumns, type ColumnId } from './instance-columns';
import { InstanceFilters, type SearchChange } from './instance-filters';
import { InstanceTable } from './instance-table';
import { InstancesDiagram } from './instances-diagram';
import { instancesQuery, pageSize, type InstancesSearch, type SortField } from './instances-search';
import classes from './instances-page.module.css';

const route = getRouteApi('/operations');

function ColumnChooser(props: { readonly shown: readonly ColumnId[]; readonly onChange: (shown: ColumnId[]) => void }) {
  const { shown, onChange } = props;
  return (
    <Popover position="bottom-end">
      <Popover.Target>
        <Button variant="default" leftSection={<IconTable size={14} />}>
          {t('Columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {columnNames.map(([id, name]) => (
            <Checkbox
              key={id}
              size="xs"
              label={name}
              checked={shown.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...shown, id] : shown.filter((column) => column !== id))
              }
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function InstanceList(props: { readonly search: InstancesSearch; readonly onChange: (change: SearchChange) => void }) {
  const { search, onChange } = props;
  const [columns, setColumns] = useStoredState<readonly ColumnId[]>('baton.instance-columns', defaultColumns);
  const [isStarting, setIsStarting] = useState(false);
  const query = instancesQuery(search);
  const instances = useQuery({
    ...processInstancesQuery(query ?? {}),
    enabled: query !== null,
    placeholderData: keepPreviousData,
  });
  const items = query === null ? [] : (instances.data?.items ?? []);
  const page = query === null ? undefined : instances.data?.page;
  const isFull = items.length === pageSize;
  const hasNext = search.before !== undefined ? items.length > 0 : isFull && (page?.totalItems ?? 0) > items.length;
  const hasPrevious = search.after !== undefined || (search.before !== undefined && isFull);
  const isFiltered = Object.keys(search).some((name) => !['sort', 'order', 'after', 'before'].includes(name));

  const sortBy = (field: SortField) => {
    const isSame = (search.sort ?? 'startDate') === field;
    onChange({ sort: field, order: isSame && search.order !== 'asc' ? 'asc' : undefined });
  };
  return (
    <section className={classes['list']} aria-label={t('Instances')}>
      <header className={classes['listHead']}>
        <h1 className={classes['title']}>
          {t('Instances')}
          {page !== undefined && (
            <span className={classes['count']}>
              {page.totalItems.toLocaleString(language)}
              {page.hasMoreTotalItems ? '+' : ''}
            </span>
          )}
        </h1>
        <ColumnChooser shown={columns} onChange={setColumns} />
        <Button leftSection={<IconPlayerPlay size={14} />} onClick={() => setIsStarting(true)}>
          {t('Start a process')}
        </Button>
      </header>
      <div className={classes['rows']}>
        {instances.isError && instances.data === undefined ? (
          <div className={classes['problem']}>
            <ProblemNotice
              title={t('The instances could not be read')}
              error={instances.error}
              onRetry={() => void instances.refetch()}
            />
          </div>
        ) : query !== null && instances.data === undefined ? (
          <Stack gap="sm" p="md" aria-busy="true" aria-label={t('Loading instances')}>
            {[1, 2, 3, 4, 5, 6].map((line) => (
              <Skeleton key={line} height={26} />
            ))}
          </Stack>
        ) : items.length > 0 ? (
          <InstanceTable instances={items} shownColumns={columns} search={search} onSort={sortBy} />
        ) : isFiltered ? (
          <EmptyState
            icon={<IconStack2 size={28} />}
            title={t('No instance fits')}
            hint={t('No instance meets all of these conditions. Take one away to see more.')}
          />
        ) : (
          <EmptyState
            icon={<IconStack2 size={28} />}
            title={t('No instances yet')}
            hint={t('Every process that is started appears here, with its tokens, variables and incidents.')}
          >
            <Button variant="default" onClick={() => setIsStarting(true)}>
              {t('Start a process')}
            </Button>
          </EmptyState>
        )}
      </div>
      {(hasNext || hasPrevious) && (
        <nav className={classes['pages']} aria-label={t('Pages')}>
          <Button
            variant="default"
            leftSection={<IconChevronLeft size={14} />}
            disabled={!hasPrevious}
            onClick={() => onChange({ before: page?.startCursor ?? undefined, after: undefined })}
          >
            {t('Previous')}
          </Button>
          <Button
            variant="default"
            rightSection={<IconChevronRight size={14} />}
            disabled={!hasNext}
            onClick={() => onChange({ after: page?.endCursor ?? undefined, before: undefined })}
          >
            {t('Next')}
          </Button>
        </nav>
      )}
      <StartProcessDialog opened={isStarting} onClose={() => setIsStarting(false)} />
    </section>
  );
}

/** Process instances with filters; above them, when one process is chosen, its diagram with counts. */
export function InstancesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const definitions = useQuery({
    ...processDefinitionsQuery({
      filter: { processDefinitionId: search.process ?? '' },
      sort: [{ field: 'version', order: 'DESC' }],
      page: { limit: 200 },
    }),
    enabled: search.process !== undefined,
  });
  const definition =
    search.process === undefined
      ? undefined
      : definitions.data?.items.find(({ version }) => search.version === undefined || version === search.version);

  // Another condition or order begins again at the first page; only the page buttons set a cursor.
  const change = (part: SearchChange) =>
    void navigate({ to: '.', search: (previous) => ({ ...previous, after: undefined, before: undefined, ...part }) });

  const list = <InstanceList search={search} onChange={change} />;
  return (
    <div className={classes['page']}>
      <InstanceFilters search={search} onChange={change} />
      <div className={classes['main']}>
        {definition === undefined ? (
          list
        ) : (
          <SplitView
            name="instances"
            direction="column"
            firstSize={45}
            first={
              <InstancesDiagram
                key={definition.processDefinitionKey}
                definition={definition}
                elementId={search.element ?? null}
                onSelect={(element) => change({ element: element ?? undefined })}
              />
            }
            second={list}
          />
        )}
      </div>
    </div>
  );
}
