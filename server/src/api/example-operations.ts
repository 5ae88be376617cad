import { z } from 'zod';
import { deployFiles } from '../runtime/deployment/deploy-files.ts';
import { Refusal } from '../runtime/refusal.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import { deploymentAnswer, deploymentExample, deploymentType } from './deployment-answer.ts';
import { tenantName } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { listOf } from './operation/answer-types.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { tenantOf } from './tenant-of.ts';

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

const file = z.strictObject({ name: z.string(), content: z.string() });
const exampleType = z
  .strictObject({
    exampleId: z.string(),
    name: z.string(),
    description: z.string(),
    elements: z.array(z.string()),
    processId: z.string(),
    resourceNames: z.array(z.string()),
    bpmn: z.string(),
    forms: z.array(file),
  })
  .meta({ id: 'Example' });

const exampleAnswer = ({ resources, elements, ...example }: Example): z.input<typeof exampleType> => ({
  ...example,
  elements: [...elements],
  resourceNames: resources.map((resource) => resource.name),
  bpmn: resources[0]?.content ?? '',
  forms: resources.filter(({ name }) => name.endsWith('.form')),
});

/** The gallery: list, and deploy by one click. */
export const exampleOperations = (runtime: Runtime, examples: readonly Example[]): readonly Operation[] => [
  operation({
    id: 'listExamples',
    method: 'GET',
    path: '/ext/examples',
    tag: 'Web app',
    summary: 'List the examples',
    answer: json(listOf(exampleType)),
    access: 'signed-in',
    isTenantAware: true,
    example: {
      answer: {
        items: [
          {
            exampleId: 'invoice',
            name: 'Invoice',
            description: 'An invoice is approved and booked.',
            elements: ['User task', 'Exclusive gateway'],
            processId: 'invoice',
            resourceNames: ['invoice.bpmn'],
            bpmn: '<bpmn:definitions />',
            forms: [],
          },
        ],
      },
    },
    run: () => ({ items: examples.map(exampleAnswer) }),
  }),
  operation({
    id: 'deployExample',
    method: 'POST',
    path: '/ext/examples/{exampleId}/deployment',
    tag: 'Web app',
    summary: 'Deploy an example',
    params: { exampleId: z.string() },
    query: { tenantId: tenantName.optional() },
    answer: json(deploymentType),
    refusals: ['NOT_FOUND'],
    access: needs('RESOURCE', 'CREATE'),
    isTenantAware: true,
    example: { answer: deploymentExample },
    run: async (call) => {
      const { exampleId } = call.params;
      const tenant = tenantOf(call, call.query.tenantId);
      const example = examples.find((each) => each.exampleId === exampleId);
      if (example === undefined) {
        throw new Refusal(
          'NOT_FOUND',
          `Example '${exampleId}' not found; there are ${examples.map((each) => each.exampleId).join(', ')}.`,
        );
      }
      const files = example.resources.map(({ name, content }) => ({ name, content: Buffer.from(content, 'utf8') }));
      return deploymentAnswer(await deployFiles(runtime, files, { tenantId: tenant }));
    },
  }),
];
