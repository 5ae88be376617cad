import { expect, it } from 'vitest';
import { pathInWords } from './path-words';

it('should word the parts that people meet, and keep names and what it does not know', () => {
  expect(pathInWords('Follow up date')).toBe('Follow-up date');
  expect(pathInWords('Input element x › Target ref')).toBe('Input element x › Leads to');
  expect(pathInWords('moon:phase › Full')).toBe('moon:phase › Full');
});
