import { compileDmn, evaluateDecision, type DecisionOutcome, type Json, type Problem } from '../../src/index.ts';

/** 2030-01-01T00:00:00Z: tests need a time that stands still. */
export const nowMs = Date.parse('2030-01-01T00:00:00Z');

/** Compiles a file that must be good, and evaluates one of its decisions. */
export const evaluate = async (
  xml: string,
  decisionId: string,
  variables: Readonly<Record<string, Json>> = {},
): Promise<DecisionOutcome> => {
  const compiled = await compileDmn(xml);
  if (!compiled.ok) throw new Error(compiled.problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return evaluateDecision(compiled.model, decisionId, variables, nowMs);
};

/** The output, or the message of the failure in brackets. */
export const outputOf = async (...args: Parameters<typeof evaluate>): Promise<Json> => {
  const outcome = await evaluate(...args);
  return outcome.ok ? outcome.output : [`failed: ${outcome.failure.message}`];
};

/** The problems of a file that must be refused. */
export const problemsOf = async (xml: string): Promise<readonly Problem[]> => {
  const compiled = await compileDmn(xml);
  if (compiled.ok) throw new Error('Expected the file to be refused, but it compiles.');
  return compiled.problems;
};
