import { expect, it } from 'vitest';
import { mergeLinkables } from './link-targets';

it('should offer each id once, by name, and a draft before what is deployed', () => {
  const draft = { id: 'a', name: 'Zebra', draftId: '1' };
  const [deployed, other] = [
    { id: 'a', name: 'Old zebra', draftId: null },
    { id: 'b', name: 'Ape', draftId: null },
  ];
  expect(mergeLinkables([draft, { ...draft, draftId: '2' }], [deployed, other])).toEqual([other, draft]);
});
