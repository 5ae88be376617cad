import { infiniteQueryOptions, keepPreviousData, type InfiniteData } from '@tanstack/react-query';
import { request } from './client';
import type { SearchQuery, SearchResult } from './search';

/**
 * A search that is read page by page with the server's cursors. The pages that are shown stay while another filter is
 * being read, so that a list does not flicker.
 *
 * @param topic first item of the query key: the topic that refreshes the list
 * @param path the `/v2/…/search` to ask
 * @param pageSize items per page (Default: 50)
 */
export function infiniteSearch<Item>(
  topic: string,
  path: string,
  search: { readonly filter?: object; readonly sort?: SearchQuery['sort'] },
  pageSize = 50,
) {
  return infiniteQueryOptions({
    queryKey: [topic, 'pages', path, search, pageSize],
    queryFn: ({ pageParam, signal }) =>
      request<SearchResult<Item>>(path, {
        method: 'POST',
        body: { ...search, page: pageParam === null ? { limit: pageSize } : { after: pageParam, limit: pageSize } },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, { items }) => sum + items.length, 0);
      const isEnd = last.items.length < pageSize || loaded >= last.page.totalItems;
      return isEnd ? undefined : last.page.endCursor;
    },
    placeholderData: keepPreviousData,
  });
}

/** All items that were read so far. */
export function loadedItems<Item>(data: InfiniteData<SearchResult<Item>, unknown> | undefined): readonly Item[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

/** How many items the search has in all, by the newest answer; null while nothing was read. */
export function totalItems(data: InfiniteData<SearchResult<unknown>, unknown> | undefined): number | null {
  return data?.pages.at(-1)?.page.totalItems ?? null;
}

/** A `$like` pattern that finds `text` anywhere in a value; what has a meaning in patterns is taken literally. */
export function containsPattern(text: string): string {
  return `*${text.replace(/[\\*?]/g, '\\$&')}*`;
}
