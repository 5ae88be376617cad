import { describe, expect, it } from 'vitest';
import { typeInWords } from './element-words';

describe('typeInWords', () => {
  it('should read both spellings alike', () => {
    expect(typeInWords('ExclusiveGateway')).toBe('Exclusive gateway');
    expect(typeInWords('EXCLUSIVE_GATEWAY')).toBe('Exclusive gateway');
    expect(typeInWords('PROCESS')).toBe('Process');
  });

  it('should put hyphens where BPMN does', () => {
    expect(typeInWords('EVENT_SUB_PROCESS')).toBe('Event sub-process');
    expect(typeInWords('AD_HOC_SUB_PROCESS_INNER_INSTANCE')).toBe('Ad-hoc sub-process inner instance');
    expect(typeInWords('MULTI_INSTANCE_BODY')).toBe('Multi-instance body');
    expect(typeInWords('SubProcess')).toBe('Sub-process');
  });
});
