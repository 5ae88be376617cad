import { Router } from 'express';
import { deployTask } from '../runtime/deployment/deploy.ts';
import { prepareDeployment } from '../runtime/deployment/prepare-deployment.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deploymentAnswer } from './deployment-routes.ts';

/** A process of the gallery with the files that belong to it. */
export interface Example {
  readonly exampleId: string;
  readonly name: string;
  readonly description: string;
  /** What it shows, in words for people. */
  readonly elements: readonly string[];
  readonly processId: string;
  /** The first is the process. */
  readonly resources: readonly { readonly name: string; readonly content: string }[];
}

/** The gallery: list, and deploy by one click. */
export const exampleRoutes = (runtime: Runtime, examples: readonly Example[]): Router => {
  const router = Router();
  router.get('/', (_request, response) => {
    response.json({
      items: examples.map(({ exampleId, name, description, elements, processId, resources }) => ({
        exampleId,
        name,
        description,
        elements,
        processId,
        resourceNames: resources.map((resource) => resource.name),
        bpmn: resources[0]?.content ?? '',
        forms: resources.filter(({ name }) => name.endsWith('.form')),
      })),
    });
  });
  router.post('/:exampleId/deployment', async (request, response) => {
    const { exampleId } = request.params;
    const example = examples.find((each) => each.exampleId === exampleId);
    if (example === undefined) {
      throw new Refusal(
        'NOT_FOUND',
        `Example '${exampleId}' not found; there are ${examples.map((each) => each.exampleId).join(', ')}.`,
      );
    }
    const files = example.resources.map(({ name, content }) => ({ name, content: Buffer.from(content, 'utf8') }));
    const prepared = await prepareDeployment(files, runtime.clock.nowMs(), runtime);
    response.json(deploymentAnswer(await runtime.pipeline.submit(deployTask(prepared))));
  });
  return router;
};
