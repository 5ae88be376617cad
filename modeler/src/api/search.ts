import type { Page as SearchPage } from '@baton/client';

export type { SearchPage };
/** What every `/v2/…/search` answers. */
export interface SearchResult<Item> {
  readonly items: readonly Item[];
  readonly page: SearchPage;
}

/** What every `/v2/…/search` takes; which fields may be filtered and sorted depends on the search. */
export interface SearchQuery {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: readonly { readonly field: string; readonly order?: 'ASC' | 'DESC' }[];
  readonly page?:
    | { readonly limit: number }
    | { readonly from: number; readonly limit: number }
    | { readonly after: string; readonly limit: number }
    | { readonly before: string; readonly limit: number };
}
