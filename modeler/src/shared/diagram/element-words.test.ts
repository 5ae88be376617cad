import { describe, expect, it } from 'vitest';
import { typeInWords } from './element-words';

describe('typeInWords', () => {
  it('should read both spellings alike', () => {
    expect(typeInWords('ExclusiveGateway')).toBe('Exclusive gateway');
    expect(typeInWords('EXCLUSIVE_GATEWAY')).toBe('Exclusive gateway');
    expect(typeInWords('PROCESS')).toBe('Process');
  });
});
