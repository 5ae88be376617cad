import { describe, expect, it } from 'vitest';
import { tasklistQuery, validateTasklistSearch } from './tasklist-search';

describe('the address of the tasklist', () => {
  it('should keep what is known and drop the rest', () => {
    expect(validateTasklistSearch({ filter: 'mine', sort: 'due', state: 'open', tab: 'moon', q: 42, x: 1 })).toEqual({
      filter: 'mine',
      sort: 'due',
      q: '42',
    });
  });
});

describe('tasklistQuery', () => {
  it('should look for open tasks of everybody, newest first', () => {
    const { filter, sort } = tasklistQuery({}, 'ann');
    expect(filter?.['assignee']).toBeUndefined();
    expect(filter?.['state']).toMatchObject({ $in: expect.arrayContaining(['CREATED']) as unknown });
    expect(sort).toEqual([{ field: 'creationDate', order: 'DESC' }]);
  });

  it('should tell mine from unassigned', () => {
    expect(tasklistQuery({ filter: 'mine' }, 'ann').filter?.['assignee']).toBe('ann');
    expect(tasklistQuery({ filter: 'unassigned' }, 'ann').filter?.['assignee']).toEqual({ $exists: false });
  });

  it('should search a part of the name literally', () => {
    expect(tasklistQuery({ q: 'a*b' }, 'ann').filter?.['name']).toEqual({ $like: '*a\\*b*' });
  });

  it('should show what was completed last first', () => {
    expect(tasklistQuery({ state: 'completed' }, 'ann').sort).toEqual([{ field: 'completionDate', order: 'DESC' }]);
  });
});
