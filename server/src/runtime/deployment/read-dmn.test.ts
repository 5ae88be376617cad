import { expect, it } from 'vitest';
import { readDmn } from './read-dmn.ts';

it('should read whose file it is and which decisions it has', () => {
  const xml = `<?xml version="1.0"?><!-- <decision id="no"/> --><dmn:definitions xmlns:dmn="x" id="d" name="A &lt; B">
    <dmn:decision id="one" name='with > inside'><dmn:decision id="inner"/></dmn:decision><dmn:decision id="two"/></dmn:definitions>`;
  expect(readDmn(xml)).toEqual({
    id: 'd',
    name: 'A < B',
    decisions: [
      { id: 'one', name: 'with > inside' },
      { id: 'two', name: null },
    ],
  });
});

it.each([
  ['', /well-formed/],
  ['<definitions id="a">', /well-formed/],
  ['<definitions/>', /with an id/],
  ['<other id="a"/>', /definitions/],
  ['<!DOCTYPE a><definitions id="a"/>', /DOCTYPE/],
  ['<definitions id="a"><decision/></definitions>', /decision to have an id/],
  [`<definitions id="a">${'<x>'.repeat(300)}${'</x>'.repeat(300)}</definitions>`, /deep/],
])('should refuse %s', (xml, expected) => {
  expect(readDmn(xml)).toMatch(expected);
});

it('should take time in proportion to the length, whatever the text is', () => {
  const before = performance.now();
  for (const text of ['<', '<a "', "<a '", '<a =', '<!-', '<a b="']) readDmn(text.repeat(200_000));
  expect(performance.now() - before).toBeLessThan(2_000);
});
