import { compileExpression, evaluateJson } from '@baton/engine';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { readBody, tenantId, text, variables } from './input.ts';

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

/** Trying out FEEL: nothing is stored, nothing is read but what is sent. The expression may begin with `=`. */
export const expressionRoutes = ({ clock }: Runtime): Router => {
  const router = Router();

  router.post('/evaluation', (request, response) => {
    const input = readBody(request, evaluation);
    const expression = compileExpression(input.expression, 'feel');
    if (!expression.ok) throw new Refusal('INVALID_ARGUMENT', expression.error);
    const given = input.variables ?? {};
    const warnings: string[] = [];
    const result = evaluateJson(
      expression.value,
      (name) => (Object.hasOwn(given, name) ? given[name] : undefined),
      clock.nowMs(),
      { warnings },
    );
    if (!result.ok) throw new Refusal('INVALID_ARGUMENT', result.error.message);
    response.json({
      expression: input.expression,
      result: result.value,
      warnings: [...new Set(warnings)].map((message) => ({ message })),
    });
  });
  return router;
};
