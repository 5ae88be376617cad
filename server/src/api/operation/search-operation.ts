import type { z } from 'zod';
import type { Database } from '../../store/database.ts';
import { runSearch } from '../../store/searches/run-search.ts';
import { searchAnswer } from '../search/read-search.ts';
import type { SearchReader } from '../search/read-search.ts';
import { limitsOf, withinPermit } from '../search/within-permit.ts';
import { needsOf } from './access.ts';
import { json } from './answer-kinds.ts';
import { pageOf } from './answer-types.ts';
import { searchBody } from './body-kinds.ts';
import { onePage } from './examples.ts';
import { operation } from './operation.ts';
import type { Operation } from './operation.ts';

/** What tells one search from another. */
interface SearchSpec<Row, T extends z.ZodType> extends Pick<
  Operation,
  'id' | 'path' | 'tag' | 'summary' | 'description' | 'access'
> {
  readonly reader: SearchReader<Row>;
  /** The type of an item of the answer, and what makes one of a row. */
  readonly item: T;
  readonly answer: (row: Row) => z.input<T>;
  readonly example: { readonly body: unknown; readonly item: z.input<T> };
}

/** Declares a search by filter, sort and page whose rows are answered one by one. */
export const searchOperation = <Row, T extends z.ZodType>(
  database: Database,
  { reader, item, answer, example, ...spec }: SearchSpec<Row, T>,
): Operation =>
  operation({
    ...spec,
    method: 'POST',
    body: searchBody(reader),
    answer: json(pageOf(item)),
    example: { body: example.body, answer: onePage(example.item) },
    isLimitable: limitsOf(reader.plan, needsOf(spec.access)).length > 0,
    isTenantAware: true,
    run: async ({ body, permit }) =>
      searchAnswer(await runSearch(database, reader.plan, withinPermit(body, reader.plan, permit)), answer),
  });
