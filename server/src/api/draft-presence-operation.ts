import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { meetAtDraft } from '../runtime/draft-presence.ts';
import { findSeenDraft } from './find-seen-draft.ts';
import { text } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const presenceType = z
  .strictObject({
    sessions: z
      .array(z.strictObject({ session: z.string(), name: z.string() }))
      .describe('The pages that have it open.'),
    editor: z.string().nullable().describe('The session of the page that edits; null when none does.'),
    isHandingOver: z.boolean().describe('Whether the page that edited before may still be sending its last edit.'),
  })
  .meta({ id: 'DraftPresence' });

const beat = z.strictObject({
  session: text(100).regex(/^[\w-]+$/, 'must be a name that the page made up of letters, digits, _ and -'),
  name: text(256).optional(),
  wish: z.enum(['edit', 'takeOver', 'watch', 'leave']),
});

/** Who has a draft open, and who of them edits it. */
export const draftPresenceOperation = (runtime: Runtime): Operation =>
  operation({
    id: 'meetAtDraft',
    method: 'POST',
    path: '/ext/drafts/{draftId}/presence',
    tag: 'Web app',
    summary: 'Tell that a page has a draft open, and learn who else has',
    description:
      'A page tells it at least every 30 seconds. `wish` is `edit` (if no other page does), `takeOver` (also if one does), `watch`, or `leave`. The right to edit is a courtesy between pages; what keeps saves apart is the revision. `name` is passed over where people sign in.',
    params: { draftId: z.string() },
    body: body(beat),
    answer: json(presenceType),
    refusals: ['NOT_FOUND', 'INVALID_STATE', 'UNAVAILABLE'],
    access: needs('COMPONENT', 'ACCESS', 'modeler'),
    isTenantAware: true,
    isUnattended: true,
    example: {
      body: { session: 'a1', name: 'ana', wish: 'edit' },
      answer: { sessions: [{ session: 'a1', name: 'ana' }], editor: 'a1', isHandingOver: false },
    },
    run: async (call) => {
      const { session, wish, name } = call.body;
      const draft = await findSeenDraft(runtime.database, call);
      const { sessions, ...met } = await meetAtDraft(runtime, draft, {
        session,
        wish,
        name: call.permit.principal.name ?? call.caller ?? name ?? 'Somebody',
      });
      return { ...met, sessions: sessions.map((row) => ({ session: row.session, name: row.name })) };
    },
  });
