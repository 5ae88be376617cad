import type { Database } from '../database.ts';

/**
 * The contents of some drafts that may have all of these words, given in lower case. More than needed: a file writes some signs in other ways (`&amp;`), and not
 * every database knows the capitals of all letters, so that only plain ones are compared.
 */
export const findContentsLike = (
  database: Database,
  draftIds: readonly string[],
  words: readonly string[],
): Promise<{ id: string; content: string }[]> => {
  const likes = words.map(() => ' AND LOWER(content) LIKE ?').join('');
  const patterns = words.map((word) => `%${word.replace(/[^a-z0-9-]+/g, '%')}%`);
  return database.rows(`SELECT id, content FROM drafts WHERE ${database.isIn('id', 'text')}${likes}`, [
    database.list(draftIds),
    ...patterns,
  ]);
};
