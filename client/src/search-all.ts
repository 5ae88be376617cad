import type { CallOptions } from './operation-entry.ts';

interface SearchInput {
  readonly page?: {
    readonly limit?: number;
    readonly from?: number;
    readonly after?: string;
    readonly before?: string;
  };
}
interface SearchAnswer<T> {
  readonly items: readonly T[];
  readonly page: { readonly endCursor: string | null };
}

/**
 * All that a search finds, page by page behind the scenes: `for await (const job of searchAll(client.jobs.searchJobs, { filter }))`. What changes
 * its place in the order meanwhile may be missed, or come twice. `page.limit` is the size of a page. (Default: 100.)
 */
export async function* searchAll<I extends SearchInput, T>(
  search: (input: I, options?: CallOptions) => Promise<SearchAnswer<T>>,
  input: I = {} as I,
  options: CallOptions = {},
): AsyncGenerator<T, void, undefined> {
  let next: I = input;
  for (;;) {
    const { items, page } = await search(next, options);
    yield* items;
    if (page.endCursor === null || items.length === 0) return;
    next = { ...input, page: { limit: input.page?.limit, after: page.endCursor } };
  }
}
