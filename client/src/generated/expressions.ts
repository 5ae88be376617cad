// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import type { CallOptions, OperationEntry } from '../operation-entry.ts';

export type EvaluateExpressionInput = {
  readonly expression: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly tenantId?: string | null;
};

export type EvaluateExpressionAnswer = {
  readonly expression: string;
  readonly result: unknown;
  readonly warnings: readonly {
    readonly message: string;
  }[];
};

/** Expressions. */
export interface Expressions {
  /** Evaluate a FEEL expression. The expression may begin with `=`. It sees the variables that are sent, and those of the cluster. Nothing is stored. `POST /v2/expression/evaluation` */
  evaluateExpression(input: EvaluateExpressionInput, options?: CallOptions): Promise<EvaluateExpressionAnswer>;
}

export const expressionsOperations = {
  evaluateExpression: { method: 'POST', path: '/v2/expression/evaluation', body: 'json', answer: 'json' },
} as const satisfies Readonly<Record<keyof Expressions, OperationEntry>>;
