import { describe, expect, it } from 'vitest';
import type { DraftComment } from '../../../api/draft-comments';
import { openByElement, shownThreads, threadsOf, type ThreadFilter } from './threads';

const comment = (commentKey: string, more: Partial<DraftComment> = {}): DraftComment => ({
  commentKey,
  threadKey: commentKey,
  draftId: 'd',
  elementId: null,
  elementName: null,
  author: 'ana',
  authorName: null,
  text: commentKey,
  mentions: [],
  createdAt: '2030-01-31T10:00:00.000Z',
  editedAt: null,
  resolvedAt: null,
  resolvedBy: null,
  mayEdit: true,
  mayDelete: true,
  tenantId: '<default>',
  ...more,
});
const done = { resolvedAt: '2030-01-31T11:00:00.000Z' };
const comments = [
  comment('1', { elementId: 'a' }),
  comment('2'),
  comment('3', { threadKey: '1', elementId: 'a' }),
  comment('4', { elementId: 'a', ...done }),
  comment('5', { elementId: 'gone' }),
];
const all: ThreadFilter = { elementId: null, withResolved: false, elements: null, threadKey: null };
const keys = (filter: Partial<ThreadFilter>) => {
  const { there, gone } = shownThreads(threadsOf(comments), { ...all, ...filter });
  return [there, gone].map((threads) => threads.map(({ first }) => first.commentKey));
};

describe('threads of comments', () => {
  it('should have their replies, the newest thread first', () => {
    expect(threadsOf(comments).map(({ first, replies }) => [first.text, ...replies.map(({ text }) => text)])).toEqual([
      ['5'],
      ['4'],
      ['2'],
      ['1', '3'],
    ]);
  });

  it('should be filtered by element and by whether they are resolved', () => {
    expect(keys({})).toEqual([['5', '2', '1'], []]);
    expect(keys({ elementId: 'a' })).toEqual([['1'], []]);
    expect(keys({ elementId: 'a', withResolved: true })).toEqual([['4', '1'], []]);
    expect(keys({ elements: new Set(['a']) })).toEqual([['2', '1'], ['5']]);
  });

  it('should show the one that a link leads to in any case', () => {
    expect(keys({ elementId: 'b', threadKey: '4' })).toEqual([['4'], []]);
  });

  it('should be counted by element while they are open', () => {
    expect([...openByElement(comments)]).toEqual([
      ['a', 1],
      ['gone', 1],
    ]);
  });
});
