import type { Request, RequestHandler } from 'express';
import { Router } from 'express';
import multer from 'multer';
import { z } from 'zod';
import { deployTask } from '../runtime/deployment/deploy.ts';
import type { DeployedItem, Deployment } from '../runtime/deployment/deploy.ts';
import { deleteResourceTask } from '../runtime/deployment/delete-resource.ts';
import { prepareDeployment } from '../runtime/deployment/prepare-deployment.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { keyText, tenantId } from './answer.ts';
import { decisionRequirementsAnswer, deployedDecisionAnswer } from './decision-answer.ts';
import { operationReference, pathKey, readBody } from './input.ts';
import { submit } from './submit.ts';

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 10 * 1024 * 1024, files: 100, fields: 20, fieldSize: 10_000, parts: 120, fieldNameSize: 200 },
  // Names are UTF-8, as browsers send them.
  defParamCharset: 'utf8',
});

const empty = {
  processDefinition: null,
  decisionDefinition: null,
  decisionRequirements: null,
  form: null,
  resource: null,
};

const itemAnswers = (item: DeployedItem): Record<string, unknown>[] => {
  switch (item.kind) {
    case 'process': {
      const { row } = item;
      const processDefinition = {
        processDefinitionKey: keyText(row.key),
        processDefinitionId: row.process_id,
        processDefinitionVersion: row.version,
        resourceName: row.resource_name,
        tenantId,
      };
      return [{ ...empty, processDefinition }];
    }
    case 'form': {
      const { row } = item;
      const form = {
        formKey: keyText(row.key),
        formId: row.form_id,
        version: row.version,
        resourceName: row.resource_name,
        tenantId,
      };
      return [{ ...empty, form }];
    }
    case 'decisions': {
      const { row } = item;
      const decisionRequirements = { ...decisionRequirementsAnswer(row), resourceName: row.resource_name };
      const decisions = item.decisions.map((decision) => ({
        ...empty,
        decisionDefinition: deployedDecisionAnswer(decision),
      }));
      return [{ ...empty, decisionRequirements }, ...decisions];
    }
    case 'resource': {
      const { row } = item;
      const resource = {
        resourceKey: keyText(row.key),
        resourceId: row.script_id ?? row.name,
        resourceName: row.name,
        version: row.version,
        tenantId,
      };
      return [{ ...empty, resource }];
    }
  }
};

/** The answer to a deployment. */
export const deploymentAnswer = ({ deploymentKey, items }: Deployment) => ({
  deploymentKey: keyText(deploymentKey),
  tenantId,
  deployments: items.flatMap(itemAnswers),
});

/** Reads the parts of an upload. Whatever the parser cannot read is the caller's mistake. */
const readUpload: RequestHandler = (request, response, next) => {
  upload.any()(request, response, (error: unknown) => {
    if (!error) return next();
    if ((error as { code?: string }).code !== undefined) return next(error);
    next(new Refusal('INVALID_ARGUMENT', `Expected a well-formed multipart upload; ${(error as Error).message}.`));
  });
};

/** Deployments: one upload, all or nothing. */
export const deploymentRoutes = (runtime: Runtime): Router => {
  const router = Router();
  const handler: RequestHandler = async (request: Request, response) => {
    const files = Array.isArray(request.files) ? request.files : [];
    const tenant = (request.body as { tenantId?: unknown } | undefined)?.tenantId ?? '';
    if (tenant !== '' && tenant !== '<default>') {
      throw new Refusal(
        'INVALID_ARGUMENT',
        `Expected no tenant: multi-tenancy is off, found '${JSON.stringify(tenant)}'.`,
      );
    }
    const prepared = await prepareDeployment(
      files.map((file) => ({ name: file.originalname, content: file.buffer })),
      runtime.clock.nowMs(),
      runtime,
    );
    response.json(deploymentAnswer(await runtime.pipeline.submit(deployTask(prepared))));
  };
  const multipart: RequestHandler = (request, _response, next) => {
    if (request.is('multipart/form-data') !== false) return next();
    throw new Refusal(
      'UNSUPPORTED_MEDIA_TYPE',
      `Expected content type multipart/form-data with one part 'resources' per file, found ${request.headers['content-type'] ?? 'none'}.`,
    );
  };
  router.post('/', multipart, readUpload, handler);
  return router;
};

const deletion = z.strictObject({ operationReference, deleteHistory: z.boolean().nullish() });

/** Deployed files: take back. */
export const resourceRoutes = (runtime: Runtime): Router => {
  const router = Router();
  router.post('/:resourceKey/deletion', async (request, response) => {
    const input = readBody(request, deletion);
    if (input.deleteHistory === true) {
      throw new Refusal(
        'INVALID_ARGUMENT',
        'Expected deleteHistory to be false: this version of Baton keeps the history of deleted processes.',
      );
    }
    const key = pathKey(request, 'resourceKey');
    await submit(runtime, request, deleteResourceTask(key));
    response.json({ resourceKey: keyText(key), batchOperation: null });
  });
  return router;
};
