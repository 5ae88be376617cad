import { addressOf, searchOperations } from '../api-operations.ts';
import type { SearchOperation } from '../api-operations.ts';
import type { Family, FuzzCase } from '../fuzz-case.ts';
import type { Sent } from '../fuzzed-server.ts';
import { sqlPayloads } from '../sql-payloads.ts';
import { prepareData } from './prepared-data.ts';

/** A statement that sleeps takes longer. */
const maxMs = 4_000;

/** Where a text is put: a field of the filter in one of its forms, a field to sort after, an order, a cursor. */
interface Place {
  readonly operation: SearchOperation;
  readonly name: string;
  readonly body: (text: string) => object;
}

const forms: readonly ((text: string) => unknown)[] = [
  (text) => text,
  (text) => ({ $eq: text }),
  (text) => ({ $like: text }),
  (text) => ({ $in: [text, `${text} `] }),
  (text) => [text],
  (text) => [{ name: text, value: text }],
];

/** Every place of every search that takes a text from a caller. */
export const injectionPlaces: readonly Place[] = searchOperations.flatMap((operation): Place[] => [
  ...Object.keys(operation.filters).flatMap((field) => [
    ...forms.map((form, at) => ({
      operation,
      name: `filter ${field} in form ${at}`,
      body: (text: string) => ({ filter: { [field]: form(text) } }),
    })),
    {
      operation,
      name: `an operator of filter ${field}`,
      body: (text: string) => ({ filter: { [field]: { [text]: text } } }),
    },
  ]),
  { operation, name: 'the name of a filter', body: (text) => ({ filter: { [text]: text } }) },
  ...(operation.sortable.length === 0
    ? []
    : [
        { operation, name: 'a field to sort after', body: (text: string) => ({ sort: [{ field: text }] }) },
        ...operation.sortable.map((field) => ({
          operation,
          name: `the order of ${field}`,
          body: (text: string) => ({ sort: [{ field, order: text }] }),
        })),
      ]),
  ...(operation.isPaged
    ? ['after', 'before', 'from', 'limit'].map((field) => ({
        operation,
        name: `page.${field}`,
        body: (text: string) => ({ page: { [field]: text } }),
      }))
    : []),
]);

/** One text at one place. Fine is a refusal, or an answer without anything found: nothing is called so. */
export const injectionCase = ({ operation, name, body }: Place, text: string): FuzzCase => {
  const sent: Sent = {
    method: operation.method,
    path: addressOf(operation, () => '1'),
    body: JSON.stringify(body(text)),
  };
  return {
    run: async (server) => {
      const { problem, status, text: answer, ms } = await server.send(sent);
      if (problem !== null) return problem;
      if (ms > maxMs) return `Expected no statement that sleeps, found an answer after ${Math.round(ms)} ms.`;
      // Where there are no tenants, a filter by one is taken and does not matter.
      if (status >= 400 || operation.isChange || name.includes('filter tenantId')) return null;
      const found = (JSON.parse(answer) as { readonly items?: readonly unknown[] }).items?.length ?? 0;
      return found === 0 ? null : `Expected a text that names nothing to find nothing, found ${found} by ${name}.`;
    },
    simpler: () => [],
    show: () => `${operation.id}: ${name}\n${sent.method} ${sent.path}\n${sent.body ?? ''}`,
  };
};

/** Statements of SQL in place of texts: every place meets one after the other. */
export const injectionFamily = (): Family => ({
  name: 'injection',
  prepare: prepareData,
  make: (_random, index) =>
    injectionCase(
      injectionPlaces[index % injectionPlaces.length] as Place,
      sqlPayloads[Math.floor(index / injectionPlaces.length) % sqlPayloads.length] as string,
    ),
});
