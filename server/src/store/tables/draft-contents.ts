import { defineTable, text } from '../table.ts';

/** The contents of the versions of a draft, each once however many versions have it. */
export const draftContents = defineTable({
  name: 'draft_contents',
  key: ['draft_id', 'hash'],
  columns: { draft_id: text, hash: text, content: text },
});
