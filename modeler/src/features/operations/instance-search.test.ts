import { describe, expect, it } from 'vitest';
import { validateInstanceSearch } from './instance-search';

describe('the address of an instance', () => {
  it('should keep what is known and drop the rest', () => {
    expect(validateInstanceSearch({ panel: 'jobs', element: 'pay', scope: 12, x: 1 })).toEqual({
      panel: 'jobs',
      element: 'pay',
      scope: '12',
    });
    expect(validateInstanceSearch({ panel: 'moon', scope: '../x' })).toEqual({});
  });
});
