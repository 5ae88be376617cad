import { z } from 'zod';
import type { DecisionOutcome, Json } from '@baton/engine';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { tenantId, text, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { tenantOf } from './tenant-of.ts';
import { json } from './operation/answer-kinds.ts';
import { jsonType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

const maxRows = 200;

const trial = z.strictObject({
  content: text(4 * 1024 * 1024).describe('The DMN file.'),
  decisionId: text(500).min(1),
  rows: z.array(variables).min(1).max(maxRows).describe('The variables of each trial.'),
  tenantId,
});

const problem = z.looseObject({
  elementId: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

const decided = z
  .strictObject({
    decisionId: z.string(),
    decisionName: z.string(),
    output: jsonType,
    inputs: z.array(z.strictObject({ inputId: z.string(), inputName: z.string(), inputValue: jsonType })),
    matchedRules: z.array(z.strictObject({ ruleId: z.string(), ruleIndex: z.int().describe('Counted from 1.') })),
  })
  .meta({ id: 'TriedDecision' });

const row = z.strictObject({
  output: jsonType,
  failure: z.strictObject({ decisionId: z.string(), message: z.string() }).nullable(),
  decisions: z
    .array(decided)
    .describe('The decision and those that it requires, in the order in which they were made.'),
});

/** The engine's values are read only, zod's type is not. */
const plain = (value: Json): z.input<typeof jsonType> => value as z.input<typeof jsonType>;

const rowAnswer = (outcome: DecisionOutcome): z.input<typeof row> => ({
  output: plain(outcome.ok ? outcome.output : null),
  failure: outcome.ok ? null : { ...outcome.failure },
  decisions: outcome.evaluated.map(({ decisionId, decisionName, output, inputs, matchedRules }) => ({
    decisionId,
    decisionName,
    output: plain(output),
    inputs: inputs.map((input) => ({ ...input, inputValue: plain(input.inputValue) })),
    matchedRules: matchedRules.map(({ ruleId, ruleIndex }) => ({ ruleId, ruleIndex })),
  })),
});

/** Trying out decisions before they are deployed. */
export const decisionTrialOperations = ({
  decisionTrials,
  globals,
  clock,
}: Pick<Runtime, 'decisionTrials' | 'globals' | 'clock'>): readonly Operation[] => [
  operation({
    id: 'tryDecision',
    method: 'POST',
    path: '/ext/decision-trials',
    tag: 'Web app',
    summary: 'Try a decision of a file',
    description:
      'Evaluates the decision once for each row of variables, with the cluster variables behind them, and tells which rules matched. Nothing is stored. A file that does not compile is answered with its problems.',
    body: body(trial),
    answer: json(z.strictObject({ problems: z.array(problem), rows: z.array(row) })),
    access: needs('RESOURCE', 'CREATE'),
    isTenantAware: true,
    example: {
      body: { content: '<definitions />', decisionId: 'discount', rows: [{ amount: 120 }] },
      answer: {
        problems: [],
        rows: [
          {
            output: 0.1,
            failure: null,
            decisions: [
              {
                decisionId: 'discount',
                decisionName: 'Discount',
                output: 0.1,
                inputs: [{ inputId: 'Input_1', inputName: 'Amount', inputValue: 120 }],
                matchedRules: [{ ruleId: 'Rule_2', ruleIndex: 2 }],
              },
            ],
          },
        ],
      },
    },
    run: async (call) => {
      const { content, decisionId, rows } = call.body;
      const nowMs = clock.nowMs();
      const everywhere = await globals.current(nowMs, tenantOf(call, call.body.tenantId));
      const result = await decisionTrials.run({
        content,
        decisionId,
        rows: rows.map((given) => ({ ...everywhere, ...given })),
        nowMs,
      });
      if (result === null)
        throw new Refusal(
          'RESOURCE_EXHAUSTED',
          'Expected a trial that ends within ten seconds, found one that does not. Try fewer rows, or split the table.',
        );
      if (!result.ok) return { problems: result.problems.map((each) => ({ ...each })), rows: [] };
      if (result.outcomes === null)
        throw new Refusal('NOT_FOUND', `Expected a decision with the id '${decisionId}' in the file, found none.`);
      return { problems: [], rows: result.outcomes.map(rowAnswer) };
    },
  }),
];
