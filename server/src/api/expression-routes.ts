import { compileExpression, evaluateJson } from '@baton/engine';
import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { readBody, tenantId, text, variables } from './input.ts';

const body = z.strictObject({ expression: text(20_000).min(1), variables: variables.nullish(), tenantId });

/** Trying out FEEL: one expression with the variables of the request; nothing is stored. The leading `=` may be missing. */
export const expressionRoutes = ({ clock }: Pick<Runtime, 'clock'>): Router => {
  const router = Router();
  router.post('/evaluation', (request, response) => {
    const input = readBody(request, body);
    const compiled = compileExpression(input.expression, 'feel');
    if (!compiled.ok) throw new Refusal('INVALID_ARGUMENT', compiled.error);
    const given = input.variables ?? {};
    const warnings: string[] = [];
    const result = evaluateJson(
      compiled.value,
      (name) => (Object.hasOwn(given, name) ? given[name] : undefined),
      clock.nowMs(),
      { warnings },
    );
    if (!result.ok) throw new Refusal('INVALID_ARGUMENT', result.error.message);
    response.json({
      expression: input.expression,
      result: result.value,
      warnings: warnings.map((message) => ({ message })),
    });
  });
  return router;
};
