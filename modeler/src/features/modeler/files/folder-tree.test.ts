import { describe, expect, it } from 'vitest';
import type { DraftSummary } from '../../../api/drafts';
import type { Folder } from '../../../api/folders';
import { countWithin, draftsIn, foldersIn, isWithin, pathName, pathTo } from './folder-tree';

const folder = (folderId: string, parentId: string | null): Folder => ({
  folderId,
  parentId,
  name: folderId.toUpperCase(),
  createdAt: '',
  updatedAt: '',
  tenantId: '<default>',
});
const draft = (draftId: string, folderId: string | null) => ({ draftId, folderId }) as DraftSummary;
const ids = (drafts: readonly DraftSummary[]) => drafts.map(({ draftId }) => draftId);

const all = [folder('a', null), folder('b', 'a'), folder('c', 'b'), folder('lost', 'gone')];
const drafts = [draft('1', 'a'), draft('2', 'c'), draft('3', null), draft('4', 'gone')];

describe('the tree of folders', () => {
  it('should show what is right inside, and at the top what has lost its folder', () => {
    expect(foldersIn(all, null).map(({ folderId }) => folderId)).toEqual(['a', 'lost']);
    expect(foldersIn(all, 'a').map(({ folderId }) => folderId)).toEqual(['b']);
    expect(ids(draftsIn(all, drafts, 'a'))).toEqual(['1']);
    expect(ids(draftsIn(all, drafts, null))).toEqual(['3', '4']);
  });

  it('should know the way to a folder and what is somewhere inside it', () => {
    expect(pathName(all, 'c')).toBe('A / B / C');
    expect([isWithin(all, 'c', 'a'), isWithin(all, 'a', 'c'), isWithin(all, null, 'a')]).toEqual([true, false, false]);
    expect(countWithin(all, drafts, 'a')).toEqual({ folders: 2, drafts: 2 });
  });

  it('should end where folders go round in a circle', () => {
    const circle = [folder('x', 'y'), folder('y', 'x')];
    expect(pathTo(circle, 'x')).toHaveLength(2);
  });
});
