import { compileExpression, evaluateJson } from '@baton/engine';
import { z } from 'zod';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { tenantId, text, variables } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { jsonType } from './operation/answer-types.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { tenantOf } from './tenant-of.ts';

/**
 * The longest expression that can be tried out, in UTF-16 code units: a quarter of what a model may hold, because the work of the parser grows
 * with the square of the length and other requests wait meanwhile.
 */
const maxLength = 5_000;

const evaluation = z.strictObject({
  expression: text(maxLength).min(1),
  variables: variables.nullish(),
  tenantId,
});

/** Trying out FEEL: nothing is stored. */
export const expressionOperations = ({ clock, globals }: Pick<Runtime, 'clock' | 'globals'>): readonly Operation[] => [
  operation({
    id: 'evaluateExpression',
    method: 'POST',
    path: '/v2/expression/evaluation',
    tag: 'Expressions',
    summary: 'Evaluate a FEEL expression',
    description:
      'The expression may begin with `=`. It sees the variables that are sent, and those of the cluster. Nothing is stored.',
    body: body(evaluation),
    answer: json(
      z.strictObject({
        expression: z.string(),
        result: jsonType,
        warnings: z.array(z.strictObject({ message: z.string() })),
      }),
    ),
    access: needs('EXPRESSION', 'EVALUATE'),
    isTenantAware: true,
    example: {
      body: { expression: '=amount * 1.19', variables: { amount: 100 } },
      answer: { expression: '=amount * 1.19', result: 119, warnings: [] },
    },
    run: async (call) => {
      const { body: input } = call;
      const tenant = tenantOf(call, input.tenantId);
      const expression = compileExpression(input.expression, 'feel');
      if (!expression.ok) throw new Refusal('INVALID_ARGUMENT', expression.error);
      const given = { ...(await globals.current(clock.nowMs(), tenant)), ...input.variables };
      const warnings: string[] = [];
      const result = evaluateJson(
        expression.value,
        (name) => (Object.hasOwn(given, name) ? given[name] : undefined),
        clock.nowMs(),
        { warnings },
      );
      if (!result.ok) throw new Refusal('INVALID_ARGUMENT', result.error.message);
      return {
        expression: input.expression,
        result: result.value as z.input<typeof jsonType>,
        warnings: [...new Set(warnings)].map((message) => ({ message })),
      };
    },
  }),
];
