import { expect } from 'vitest';
import type { TestServer } from '../test-server.ts';

/**
 * All that a search finds, read page by page: forward by the cursor of the end, then backward by that of the beginning. Both ways and one large page
 * must bring the same. Answers the items.
 */
export const readAllPages = async (
  server: TestServer,
  path: string,
  request: { readonly filter?: object; readonly sort?: readonly object[] },
  limit: number,
  // oxlint-disable-next-line typescript/no-explicit-any -- a test states what it expects of an item
): Promise<any[]> => {
  const read = async (page: object) => {
    const { status, body } = await server.post(path, { ...request, page });
    expect(status, JSON.stringify(body)).toBe(200);
    return body as { items: object[]; page: { totalItems: number; startCursor: string; endCursor: string } };
  };
  const whole = await read({ limit: 1_000 });
  expect(whole.page.totalItems).toBe(whole.items.length);
  expect(whole.items.length, 'enough for several pages').toBeGreaterThan(limit);
  const forward: object[] = [];
  let last = await read({ limit });
  for (let page = last; page.items.length > 0; page = await read({ limit, after: page.page.endCursor })) {
    forward.push(...page.items);
    last = page;
  }
  expect(forward).toEqual(whole.items);
  const backward = [...last.items];
  for (let cursor = last.page.startCursor; ;) {
    const page = await read({ limit, before: cursor });
    if (page.items.length === 0) break;
    backward.unshift(...page.items);
    cursor = page.page.startCursor;
  }
  expect(backward).toEqual(whole.items);
  return whole.items;
};
