import { describe, expect, it } from 'vitest';
import { dayOf, queueOf, sortOf, tasklistQuery, validateTasklistSearch } from './tasklist-search';

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
    expect(validateTasklistSearch({ filter: 'all' })).toEqual({});
  });
});

describe('tasklistQuery', () => {
  it('should look for open tasks of everybody, newest first', () => {
    expect(tasklistQuery({}, viewer, null)).toEqual({
      filter: viewer,
      sort: [{ field: 'creationDate', order: 'DESC' }],
    });
  });

  it('should ask for a queue and a text, and order what is equally due by its age', () => {
    expect(tasklistQuery({ filter: 'follow-up', q: 'a*b', sort: 'follow-up' }, viewer, null)).toEqual({
      filter: { ...viewer, queue: 'follow-up', text: 'a*b' },
      sort: [
        { field: 'followUpDate', order: 'ASC' },
        { field: 'creationDate', order: 'DESC' },
      ],
    });
  });

  it('should show what was completed last first', () => {
    expect(tasklistQuery({ state: 'completed' }, viewer, null).sort).toEqual([
      { field: 'completionDate', order: 'DESC' },
    ]);
  });
});

describe('a saved filter', () => {
  const filter = '7d3c3a0e-52c6-4c8e-9a65-0f3a2b1c4d5e';
  const saved = {
    view: { queue: 'groups' as const, conditions: [] },
    sort: [{ field: 'dueDate' as const, order: 'ASC' as const }],
    columns: { fields: [], variables: ['amount'] },
  };

  it('should be named by its id, and by nothing else', () => {
    expect(validateTasklistSearch({ filter })).toEqual({ filter });
    expect(validateTasklistSearch({ filter: 'else' })).toEqual({});
    expect([queueOf({ filter }), queueOf({})]).toEqual([null, 'all']);
  });

  it('should be narrowed and ordered by what the address says beside', () => {
    expect(tasklistQuery({ filter }, viewer, saved)).toEqual({
      filter: { ...viewer, ...saved.view, variableNames: ['amount'] },
      sort: sortOf('due'),
    });
    const narrowed = tasklistQuery({ filter, q: 'x', sort: 'name', state: 'completed' }, viewer, saved);
    expect(narrowed.filter).toMatchObject({ queue: 'groups', text: 'x', state: 'completed' });
    expect(narrowed.sort).toEqual(sortOf('name'));
  });
});

describe('dayOf', () => {
  it('should be from one midnight to the next', () => {
    const { start, end } = dayOf(new Date(2026, 4, 31, 23, 59));
    expect([new Date(start), new Date(end)]).toEqual([new Date(2026, 4, 31), new Date(2026, 5, 1)]);
  });
});
