import { z } from 'zod';
import type { Runtime } from '../runtime/create-runtime.ts';
import { saveDraftScenarios } from '../runtime/draft-scenarios.ts';
import { findDraftScenarios } from '../store/searches/find-draft-scenarios.ts';
import { stored } from './answer.ts';
import { findSeenDraft } from './find-seen-draft.ts';
import { needs } from './operation/access.ts';
import { json } from './operation/answer-kinds.ts';
import { body } from './operation/body-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import { scenarioExample } from './play-examples.ts';
import { scenarios } from './scenario-type.ts';
import type { Scenario } from './scenario-type.ts';

const scenariosType = z.strictObject({ revision: z.int(), scenarios }).meta({ id: 'DraftScenarios' });
const params = { draftId: z.string() };
const tag = 'Web app';
const access = needs('COMPONENT', 'ACCESS', 'modeler');

/** Scenarios that are kept beside a draft. */
export const draftScenarioOperations = (runtime: Runtime): readonly Operation[] => {
  const { database } = runtime;
  return [
    operation({
      id: 'getDraftScenarios',
      method: 'GET',
      path: '/ext/drafts/{draftId}/scenarios',
      tag,
      summary: 'Read the scenarios of a draft',
      params,
      answer: json(scenariosType),
      refusals: ['NOT_FOUND'],
      access,
      isTenantAware: true,
      example: { answer: { revision: 1, scenarios: [scenarioExample] } },
      run: async (call) => {
        const row = await findDraftScenarios(database, (await findSeenDraft(database, call)).id);
        return row === null
          ? { revision: 0, scenarios: [] }
          : { revision: row.revision, scenarios: stored<Scenario[]>(row.content) };
      },
    }),
    operation({
      id: 'saveDraftScenarios',
      method: 'PUT',
      path: '/ext/drafts/{draftId}/scenarios',
      tag,
      summary: 'Save the scenarios of a draft',
      description:
        '`revision` is the one that was changed, 0 for the first ones; when somebody else saved meanwhile it is refused.',
      params,
      body: body(z.strictObject({ revision: z.int().min(0), scenarios })),
      answer: json(scenariosType),
      refusals: ['NOT_FOUND', 'INVALID_STATE'],
      access,
      isTenantAware: true,
      example: {
        body: { revision: 0, scenarios: [scenarioExample] },
        answer: { revision: 1, scenarios: [scenarioExample] },
      },
      run: async (call) => {
        const { revision, scenarios: given } = call.body;
        const content = JSON.stringify(given);
        const saved = await saveDraftScenarios(runtime, await findSeenDraft(database, call), { content, revision });
        return { revision: saved.revision, scenarios: given };
      },
    }),
  ];
};
