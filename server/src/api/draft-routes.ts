import { Router } from 'express';
import { z } from 'zod';
import { createDraft, deleteDraft, saveDraft } from '../runtime/drafts.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { findDraft, listDrafts } from '../store/searches/find-drafts.ts';
import type { DraftRow } from '../store/tables/drafts.ts';
import { dateText } from './answer.ts';
import { readBody, text } from './input.ts';

type Summary = Omit<DraftRow, 'content'>;
const summary = (row: Summary) => ({
  draftId: row.id,
  name: row.name,
  kind: row.kind,
  resourceId: row.resource_id,
  revision: row.revision,
  createdAt: dateText(row.created_ms),
  updatedAt: dateText(row.updated_ms),
});
const full = (row: DraftRow) => ({ ...summary(row), content: row.content });

const kind = z.enum(['bpmn', 'form', 'dmn']);
const name = text(500).min(1);
// 4 MB is what a body may have; a larger model would not arrive here.
const content = text(4 * 1024 * 1024);
const creation = z.strictObject({ name, kind, content });
const change = z.strictObject({
  name: name.optional(),
  content: content.optional(),
  revision: z.number().int().min(1),
});

/** Models that people work on: nobody overwrites the work of another without being told. */
export const draftRoutes = (runtime: Runtime): Router => {
  const { database } = runtime;
  const router = Router();

  router.get('/', async (request, response) => {
    const wanted = request.query['kind'];
    const parsed = wanted === undefined ? null : kind.safeParse(wanted);
    if (parsed?.success === false)
      throw new Refusal('INVALID_ARGUMENT', `Expected kind bpmn, form or dmn, found ${JSON.stringify(wanted)}.`);
    response.json({ items: (await listDrafts(database, parsed?.data ?? null)).map(summary) });
  });

  router.post('/', async (request, response) => {
    response.status(201).json(full(await createDraft(runtime, readBody(request, creation))));
  });

  router.get('/:draftId', async (request, response) => {
    const row = await findDraft(database, String(request.params['draftId']));
    if (row === null)
      throw new Refusal(
        'NOT_FOUND',
        `Draft '${String(request.params['draftId'])}' not found. It may have been deleted.`,
      );
    response.json(full(row));
  });

  router.put('/:draftId', async (request, response) => {
    response.json(summary(await saveDraft(runtime, String(request.params['draftId']), readBody(request, change))));
  });

  router.delete('/:draftId', async (request, response) => {
    await deleteDraft(runtime, String(request.params['draftId']));
    response.status(204).end();
  });
  return router;
};
