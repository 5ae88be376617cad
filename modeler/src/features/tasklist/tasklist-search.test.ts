import { describe, expect, it } from 'vitest';
import { dayOf, tasklistQuery, validateTasklistSearch } from './tasklist-search';

const viewer = { user: 'ann', day: { start: '2026-05-10T00:00:00.000Z', end: '2026-05-11T00:00:00.000Z' } };

describe('the address of the tasklist', () => {
  it('should keep what is known and drop the rest', () => {
    expect(validateTasklistSearch({ filter: 'mine', sort: 'due', state: 'open', tab: 'moon', q: 42, x: 1 })).toEqual({
      filter: 'mine',
      sort: 'due',
      q: '42',
    });
  });

  it('should not name what is so without it', () => {
    expect(validateTasklistSearch({ filter: 'all', sort: 'creation' })).toEqual({});
  });
});

describe('tasklistQuery', () => {
  it('should look for open tasks of everybody, newest first', () => {
    expect(tasklistQuery({}, viewer)).toEqual({ filter: viewer, sort: [{ field: 'creationDate', order: 'DESC' }] });
  });

  it('should ask for a queue and a text, and order what is equally due by its age', () => {
    expect(tasklistQuery({ filter: 'follow-up', q: 'a*b', sort: 'follow-up' }, viewer)).toEqual({
      filter: { ...viewer, queue: 'follow-up', text: 'a*b' },
      sort: [
        { field: 'followUpDate', order: 'ASC' },
        { field: 'creationDate', order: 'DESC' },
      ],
    });
  });

  it('should show what was completed last first', () => {
    expect(tasklistQuery({ state: 'completed' }, viewer).sort).toEqual([{ field: 'completionDate', order: 'DESC' }]);
  });
});

describe('dayOf', () => {
  it('should be from one midnight to the next', () => {
    const { start, end } = dayOf(new Date(2026, 4, 31, 23, 59));
    expect([new Date(start), new Date(end)]).toEqual([new Date(2026, 4, 31), new Date(2026, 5, 1)]);
  });
});
