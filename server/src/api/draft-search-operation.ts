import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { textRoles } from '../runtime/draft-texts.ts';
import { searchDrafts } from '../runtime/search-drafts.ts';
import { draftSummary, draftSummaryExample, draftSummaryType } from './draft-answer.ts';
import { text } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const textType = z.strictObject({
  role: z.enum(textRoles).describe('What the text says of its element.'),
  text: z.string().describe('A long one is cut around what was found.'),
  elementId: z
    .string()
    .nullable()
    .describe('The element in which it was found; in forms the id of the field, or its key where it has no id.'),
  elementName: z.string().nullable(),
  elementType: z.string().nullable(),
});
const hitType = z
  .strictObject({
    draft: draftSummaryType,
    texts: z.array(textType).describe('The first five, one for an element.'),
    count: z.int().describe('In how many elements something was found.'),
  })
  .meta({ id: 'DraftHit' });
const answerType = z.strictObject({
  items: z.array(hitType),
  isComplete: z.boolean().describe('Whether all drafts were looked into.'),
});

// More words would cost more than they narrow.
const question = text(200).regex(/^\s*\S+(\s+\S+){0,9}\s*$/, 'must be 1 to 10 words');

/** Looks for drafts by what is inside them. */
export const draftSearchOperation = (runtime: Runtime): Operation =>
  operation({
    id: 'findInDrafts',
    method: 'GET',
    path: '/ext/draft-hits',
    tag: 'Web app',
    summary: 'Look for drafts by what is inside them',
    description:
      'Finds names, ids, documentation, job types, form ids, called processes and decisions, expressions and labels that have all words of `q`, in any case. At most 50 drafts, the ones that were saved last first, within two seconds.',
    query: { q: question },
    answer: json(answerType),
    access: needs('COMPONENT', 'ACCESS', 'modeler'),
    isTenantAware: true,
    example: {
      answer: {
        items: [
          {
            draft: draftSummaryExample,
            texts: [
              {
                role: 'name',
                text: 'Pay invoice',
                elementId: 'pay',
                elementName: 'Pay invoice',
                elementType: 'serviceTask',
              },
            ],
            count: 1,
          },
        ],
        isComplete: true,
      },
    },
    run: async ({ query, permit }) => {
      const { hits, isComplete } = await searchDrafts(runtime, query.q, permit.tenants);
      return {
        items: hits.map(({ draft, texts, count }) => ({ draft: draftSummary(draft), texts: [...texts], count })),
        isComplete,
      };
    },
  });
