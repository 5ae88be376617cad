import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { Refusal } from '../runtime/refusal.ts';
import { runScenarios } from '../play/run-scenarios.ts';
import { tenantId } from './input.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { playAnswer } from './play-answer.ts';
import { playFiles, playRequest } from './play-input.ts';
import { playExample, playStartExample } from './play-examples.ts';
import { processCoverage, scenarioResult, scenarios } from './scenario-type.ts';
import { tenantOf } from './tenant-of.ts';

const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** Trying drafts on the real engine before they are deployed. */
export const playOperations = ({
  plays,
  compiler,
  globals,
  clock,
}: Pick<Runtime, 'plays' | 'compiler' | 'globals' | 'clock'>): readonly Operation[] => [
  operation({
    id: 'playDraft',
    method: 'POST',
    path: '/ext/plays',
    tag,
    summary: 'Play models that are not deployed',
    description:
      'Runs the models on an engine of their own in memory, from the start through all commands, and answers how everything stands then. Nothing is stored and no worker is asked: whoever wants to go on sends one command more, whoever wants to step back one less. The variables of the cluster are known to expressions.',
    body: body(playRequest.extend({ tenantId })),
    answer: json(playAnswer),
    refusals: ['RESOURCE_EXHAUSTED'],
    access,
    isTenantAware: true,
    example: {
      body: { files: [{ name: 'order.bpmn', content: '<definitions />' }], start: playStartExample, commands: [] },
      answer: playExample,
    },
    run: async (call) => {
      const { tenantId: wanted, ...request } = call.body;
      const everywhere = await globals.current(clock.nowMs(), tenantOf(call, wanted));
      const answer = await plays.play({ ...request, globals: everywhere });
      if (answer !== null) return answer;
      throw new Refusal(
        'RESOURCE_EXHAUSTED',
        'Expected a play that ends within ten seconds and 256 MB, found one that does not. Play fewer commands, or a smaller part of the model.',
      );
    },
  }),
  operation({
    id: 'runScenarios',
    method: 'POST',
    path: '/ext/scenario-runs',
    tag,
    summary: 'Run scenarios of a model',
    description:
      'Plays each scenario from its beginning and compares the end with what is expected; tells the first difference of each, and what all of them visited together. Nothing is stored.',
    body: body(z.strictObject({ files: playFiles, scenarios, tenantId })),
    answer: json(z.strictObject({ results: z.array(scenarioResult), coverage: z.array(processCoverage) })),
    access,
    isTenantAware: true,
    example: {
      body: { files: [{ name: 'order.bpmn', content: '<definitions />' }], scenarios: [] },
      answer: {
        results: [
          {
            name: 'It is shipped',
            isPassed: false,
            difference: "Expected a job at 'ship', found none.",
            commandIndex: 0,
            elementId: 'ship',
            visited: [],
          },
        ],
        coverage: [
          {
            processId: 'order',
            resourceName: 'order.bpmn',
            percent: 33,
            elements: [
              { id: 'begin', count: 1 },
              { id: 'ship', count: 0 },
            ],
            flows: [{ id: 'to-ship', count: 0 }],
          },
        ],
      },
    },
    run: async (call) => {
      const { files, scenarios: given } = call.body;
      const everywhere = await globals.current(clock.nowMs(), tenantOf(call, call.body.tenantId));
      const play: typeof plays.play = (request) => plays.play({ ...request, globals: everywhere });
      return runScenarios({ play, compile: compiler.compile }, files, given);
    },
  }),
];
