import { describe, expect, it } from 'vitest';
import { comparableText, parseComparable, type Comparable } from './comparable';
import { validateCompareSearch } from './compare-search';

describe('the address of a comparison', () => {
  it.each<Comparable>([
    { kind: 'draft', draftId: 'a-1' },
    { kind: 'version', draftId: 'a-1', versionId: 'b-2' },
    { kind: 'process', processDefinitionKey: '42' },
    { kind: 'decisions', decisionRequirementsKey: '43' },
    { kind: 'form', formId: 'com.example.form' },
  ])('should hold $kind', (comparable) => {
    expect(parseComparable(comparableText(comparable))).toEqual(comparable);
  });

  it.each([undefined, 7, '', 'draft', 'draft.', 'process.x', 'version.a', 'other.1'])('should not hold %j', (text) => {
    expect(parseComparable(text)).toBeUndefined();
  });

  it('should keep what it knows and drop the rest', () => {
    const known = { left: 'process.1', right: 'draft.x', view: 'source', element: 'pay' };
    expect(validateCompareSearch({ ...known, other: 1 })).toEqual(known);
    expect(validateCompareSearch({ left: 'nothing', view: 'changes', element: 3 })).toEqual({});
  });
});
