import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { text } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const tokenPlace = z.strictObject({
  flowId: z
    .string()
    .nullable()
    .describe('The sequence flow; null for a way that is not drawn (into a start event, out of a boundary event).'),
  elementId: z.string().describe('The element that the tokens come to next.'),
  count: z.int(),
});

const finding = z
  .strictObject({
    code: z.enum(['deadlock', 'missing-synchronization', 'dead-element', 'endless-loop']),
    elementId: z.string().describe('The element to look at.'),
    elementIds: z.array(z.string()).describe('All elements that it concerns.'),
    message: z.string(),
    steps: z
      .array(
        z.strictObject({
          elementId: z.string().nullable().describe('The element that went on; null for the beginning.'),
          tokens: z.array(tokenPlace),
        }),
      )
      .describe('The shortest way that shows it; empty for what never happens.'),
  })
  .meta({ id: 'SoundnessFinding' });

/** Whether the routes of a drawing lead to an end. */
export const soundnessOperations = ({ soundness }: Pick<Runtime, 'soundness'>): readonly Operation[] => [
  operation({
    id: 'checkSoundness',
    method: 'POST',
    path: '/ext/soundness',
    tag: 'Web app',
    summary: 'Play the token game of a BPMN file',
    description:
      'Looks at every way that the gateways, events and activities of a process could go, without data, and tells of deadlocks, branches that meet without being joined, elements that nothing leads to, and loops without a way out. Nothing is stored.',
    body: body(z.strictObject({ content: text(4 * 1024 * 1024) })),
    answer: json(
      z.strictObject({
        isChecked: z.boolean().describe('False for a file that does not compile, or takes more time than a check may.'),
        findings: z.array(finding),
        unfinishedScopeIds: z
          .array(z.string())
          .describe('Scopes with too many possibilities: there may be more than was found.'),
      }),
    ),
    access: needs('RESOURCE', 'CREATE'),
    isTenantAware: true,
    example: {
      body: { content: '<bpmn:definitions />' },
      answer: {
        isChecked: true,
        findings: [
          {
            code: 'dead-element',
            elementId: 'Task_Ship',
            elementIds: ['Task_Ship', 'End_Shipped'],
            message: 'Expected a route that makes it happen, found none.',
            steps: [],
          },
        ],
        unfinishedScopeIds: [],
      },
    },
    run: async ({ body: { content } }) => {
      const found = await soundness.check(content);
      if (found === null) return { isChecked: false, findings: [], unfinishedScopeIds: [] };
      return {
        isChecked: true,
        findings: found.findings.map(({ elementIds, steps, ...rest }) => ({
          ...rest,
          elementIds: [...elementIds],
          steps: steps.map(({ elementId, tokens }) => ({ elementId, tokens: [...tokens] })),
        })),
        unfinishedScopeIds: [...found.unfinishedScopeIds],
      };
    },
  }),
];
