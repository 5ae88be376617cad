import { runSearch } from '../store/searches/run-search.ts';
import { variablePlan } from '../store/searches/variable-plan.ts';
import type { VariableRow } from '../store/tables/variables.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { foundRow, withTenant } from './found-row.ts';
import { key } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { pageOf } from './operation/answer-types.ts';
import { searchBody } from './operation/body-kinds.ts';
import { onePage } from './operation/examples.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { searchAnswer } from './search/read-search.ts';
import { withinPermit } from './search/within-permit.ts';
import { truncateValues } from './truncate-values.ts';
import { fullVariable, shownVariable, shownVariableType, variableExample, variableType } from './variable-answer.ts';

/** Variables: search by exact scope, read one. */
export const variableOperations = ({ database }: Runtime): readonly Operation[] => [
  operation({
    id: 'searchVariables',
    method: 'POST',
    path: '/v2/variables/search',
    tag: 'Variables',
    summary: 'Search variables',
    description: 'Each variable belongs to exactly one scope; the search does not look in scopes around it.',
    query: truncateValues,
    body: searchBody({ plan: variablePlan }),
    answer: json(pageOf(shownVariableType)),
    access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
    isLimitable: true,
    example: { body: { filter: { name: 'amount' } }, answer: onePage({ ...variableExample, isTruncated: false }) },
    run: async ({ body, query, permit }) => {
      const permitted = withinPermit(body, variablePlan, permit);
      return searchAnswer(await runSearch(database, variablePlan, permitted), shownVariable(query.truncateValues));
    },
  }),
  operation({
    id: 'getVariable',
    method: 'GET',
    path: '/v2/variables/{variableKey}',
    tag: 'Variables',
    summary: 'Read a variable with its whole value',
    params: { variableKey: key },
    answer: json(variableType),
    refusals: ['NOT_FOUND'],
    access: needs('PROCESS_DEFINITION', 'READ_PROCESS_INSTANCE'),
    isLimitable: true,
    example: { answer: variableExample },
    run: async (call) => {
      const row = await foundRow<VariableRow>(call, database, 'variables', call.params.variableKey);
      return fullVariable(await withTenant(database, row));
    },
  }),
];
