import { describe, expect, it } from 'vitest';
import { incidentWords } from './incident-words';

describe('incidentWords', () => {
  it('should say what happened and what helps', () => {
    expect(incidentWords('JOB_NO_RETRIES').todo).toContain('retry');
  });

  it('should read a kind that it does not know', () => {
    expect(incidentWords('RESOURCE_NOT_FOUND').what).toBe('Resource not found');
  });
});
