/** An example of a search's answer: one page with one item. */
export const onePage = <T>(item: T) => ({
  items: [item],
  page: { totalItems: 1, hasMoreTotalItems: false, startCursor: 'WzEwMDAwMDAxMDddIA', endCursor: 'WzEwMDAwMDAxMDddIA' },
});
