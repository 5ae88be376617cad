import { describe, expect, it } from 'vitest';
import { detailCount, instancesFilter, instancesQuery, validateInstancesSearch, valueAsJson } from './instances-search';

describe('the address of the instance list', () => {
  it('should keep what is known and drop the rest', () => {
    expect(
      validateInstancesSearch({
        state: 'moon',
        process: 'order',
        version: '2',
        key: 123,
        from: '2026-13-45',
        to: '2026-02-01',
        x: 1,
      }),
    ).toEqual({ process: 'order', version: 2, key: '123', to: '2026-02-01' });
  });
});

describe('instancesFilter', () => {
  it('should tell instances with an incident from running ones', () => {
    expect(instancesFilter({ state: 'incident' })).toEqual({ state: 'ACTIVE', hasIncident: true });
    expect(instancesFilter({})).toEqual({});
  });

  it('should compare a variable by its JSON text', () => {
    expect(instancesFilter({ variable: 'who', value: 'Ann' })).toEqual({
      variables: [{ name: 'who', value: '"Ann"' }],
    });
    expect(instancesFilter({ variable: 'amount', value: '12.50' })).toEqual({
      variables: [{ name: 'amount', value: '12.5' }],
    });
    expect(instancesFilter({ variable: 'who' })).toEqual({});
  });

  it('should cover both whole days', () => {
    const filter = instancesFilter({ from: '2026-03-01', to: '2026-03-01' })?.['startDate'] as {
      $gte: string;
      $lte: string;
    };
    expect(Date.parse(filter.$lte) - Date.parse(filter.$gte)).toBe(86_399_999);
  });

  it('should know that a text which is no key fits no instance', () => {
    expect(instancesFilter({ key: 'abc' })).toBeNull();
    expect(instancesFilter({ key: ' 42 ' })).toEqual({ processInstanceKey: '42' });
  });

  it('should ignore a version without its process', () => {
    expect(instancesFilter({ version: 3 })).toEqual({});
  });
});

describe('instancesQuery', () => {
  it('should start with the newest and follow a cursor', () => {
    expect(instancesQuery({})).toMatchObject({ sort: [{ field: 'startDate', order: 'DESC' }], page: { limit: 50 } });
    expect(instancesQuery({ after: 'c' })?.page).toEqual({ after: 'c', limit: 50 });
    expect(instancesQuery({ before: 'c' })?.page).toEqual({ before: 'c', limit: 50 });
  });
});

describe('valueAsJson', () => {
  it('should take typed text as a string unless it is JSON', () => {
    expect(['true', '"x"', 'x y', '[1, 2]'].map(valueAsJson)).toEqual(['true', '"x"', '"x y"', '[1,2]']);
  });
});

describe('detailCount', () => {
  it('should count a range of days once', () => {
    expect(detailCount({ from: '2026-01-01', to: '2026-01-02', business: 'x' })).toBe(2);
  });
});
