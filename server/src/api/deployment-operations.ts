import { deployFiles } from '../runtime/deployment/deploy-files.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deploymentAnswer, deploymentExample, deploymentType } from './deployment-answer.ts';
import { readItem, tenantId } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { uploads } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { tenantOf } from './tenant-of.ts';

/** Deployments: one upload, all or nothing. */
export const deploymentOperations = (runtime: Runtime): readonly Operation[] => [
  operation({
    id: 'createDeployment',
    method: 'POST',
    path: '/v2/deployments',
    tag: 'Deployments',
    summary: 'Deploy BPMN, DMN, form and other files',
    description:
      'All or nothing. The kind of a file is told by its name (.bpmn, .dmn, .form, anything else). The same content again keeps its key and version.',
    body: uploads({
      part: 'resources',
      limits: { fileBytes: 10 * 1024 * 1024, files: 100 },
      fields: { tenantId: { type: 'string' } },
    }),
    answer: json(deploymentType),
    access: needs('RESOURCE', 'CREATE'),
    isTenantAware: true,
    example: { answer: deploymentExample },
    run: async (call) => {
      const { files, fields } = call.body;
      const named = readItem(fields['tenantId'], tenantId);
      if (named instanceof Refusal) throw named;
      const options = { tenantId: tenantOf(call, named), audit: call.audit() };
      return deploymentAnswer(await deployFiles(runtime, files, options));
    },
  }),
];
