import type { FormRow } from '../store/tables/forms.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { formAnswer, formExample, formType } from './form-answer.ts';
import { foundRow } from './found-row.ts';
import { key } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';

/** Deployed forms: read one. */
export const formOperations = ({ database }: Pick<Runtime, 'database'>): readonly Operation[] => [
  operation({
    id: 'getFormByKey',
    method: 'GET',
    path: '/v2/forms/{formKey}',
    tag: 'Deployments',
    summary: 'Read a deployed form',
    description: 'Also one that was taken back: user tasks that began with it still show it.',
    params: { formKey: key },
    answer: json(formType),
    refusals: ['NOT_FOUND'],
    access: needs('RESOURCE', 'READ'),
    isLimitable: true,
    example: { answer: formExample },
    run: async (call) => formAnswer(database, await foundRow<FormRow>(call, database, 'forms', call.params.formKey)),
  }),
];
