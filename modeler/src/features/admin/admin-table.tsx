import type { UseInfiniteQueryResult, InfiniteData } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { loadedItems } from '../../api/infinite-search';
import type { SearchResult } from '../../api/search';
import { t } from '../../language/texts';
import { Button } from '../../ui/button';
import { HiddenText } from '../../ui/hidden-text';
import { ProblemNotice } from '../../ui/problem-notice';
import { Skeleton } from '../../ui/skeleton';
import { Stack } from '../../ui/stack';
import classes from './admin-table.module.css';

export interface AdminColumn<Item> {
  readonly title: string;
  readonly cell: (item: Item) => ReactNode;
  /** Left out on a phone. */
  readonly isMinor?: boolean;
}

export interface AdminTableProps<Item> {
  /** Of the table, for who cannot see it. */
  readonly label: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<SearchResult<Item>, unknown>>;
  readonly columns: readonly AdminColumn<Item>[];
  readonly keyOf: (item: Item) => string;
  /** Buttons at the end of a row. */
  readonly actions?: (item: Item) => ReactNode;
  /** What stands in the place of an empty table. */
  readonly empty: ReactNode;
}

/** Rows that are read page by page. */
export function AdminTable<Item>({ label, query, columns, keyOf, actions, empty }: AdminTableProps<Item>) {
  if (query.isError)
    return (
      <ProblemNotice
        title={t('{{label}} could not be read', { label })}
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  if (query.isPending)
    return (
      <Stack gap={6} aria-busy="true">
        {[0, 1, 2, 3].map((line) => (
          <Skeleton key={line} height={38} />
        ))}
      </Stack>
    );
  const items = loadedItems(query.data);
  if (items.length === 0) return empty;
  const hide = (isMinor: boolean | undefined) => (isMinor === true ? classes['minor'] : undefined);
  return (
    <>
      <div className={classes['frame']}>
        <table className={classes['table']} aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ title, isMinor }) => (
                <th key={title} scope="col" className={hide(isMinor)}>
                  {title}
                </th>
              ))}
              {actions !== undefined && (
                <th>
                  <HiddenText>{t('Actions')}</HiddenText>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={keyOf(item)}>
                {columns.map(({ title, cell, isMinor }) => (
                  <td key={title} className={hide(isMinor)}>
                    {cell(item)}
                  </td>
                ))}
                {actions !== undefined && (
                  <td className={classes['actions']}>
                    <div>{actions(item)}</div>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <Button mt="sm" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('Show more')}
        </Button>
      )}
    </>
  );
}

/** Stands where there is nothing to show. */
export function Quiet() {
  return <span className={classes['quiet']}>–</span>;
}

/** An id, in the letters of ids. */
export function Id({ children }: { readonly children: string }) {
  return <span className={classes['id']}>{children}</span>;
}
