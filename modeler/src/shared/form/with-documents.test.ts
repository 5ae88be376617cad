import { expect, it } from 'vitest';
import { withDocuments } from './with-documents';

it('should put references in the place of files, wherever they are, and store nothing else', async () => {
  const stored: string[] = [];
  const store = (file: File) => {
    stored.push(file.name);
    return Promise.resolve({ documentId: file.name });
  };
  const [a, b] = [new File(['a'], 'a.txt'), new File(['b'], 'b.txt')];
  const files = new Map([
    ['files::1', [a, b]],
    ['files::2', [a]],
    ['files::gone', [b]],
  ]);
  const data = { invoice: 'files::1', rows: [{ proof: 'files::2', n: 1 }], name: 'files::x', none: null };
  expect(await withDocuments(data, files, store)).toEqual({
    invoice: [{ documentId: 'a.txt' }, { documentId: 'b.txt' }],
    rows: [{ proof: [{ documentId: 'a.txt' }], n: 1 }],
    name: 'files::x',
    none: null,
  });
  expect(stored.sort()).toEqual(['a.txt', 'a.txt', 'b.txt']);
});
