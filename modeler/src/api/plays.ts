import type {
  DraftScenarios,
  PlayAnswer,
  PlayCommand,
  PlayProblem,
  PlayStart,
  PlayState,
  PlayTarget,
  ProcessCoverage,
  Scenario,
  ScenarioResult,
} from '@baton/client';
import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import { currentTenant } from './tenant';

export type {
  DraftScenarios,
  PlayAnswer,
  PlayCommand,
  PlayProblem,
  PlayStart,
  PlayState,
  PlayTarget,
  ProcessCoverage,
  Scenario,
  ScenarioResult,
};

/** A file of a play. */
export interface PlayFile {
  readonly name: string;
  readonly content: string;
}

/** Plays models from the start through all commands, and tells how everything stands then. The server keeps nothing of it. */
export function playDraft(
  files: readonly PlayFile[],
  start: PlayStart,
  commands: readonly PlayCommand[],
): Promise<PlayAnswer> {
  return request('/ext/plays', { method: 'POST', body: { files, start, commands, tenantId: currentTenant() } });
}

/** What came of scenarios, and what they visited together. */
export interface ScenarioRun {
  readonly results: readonly ScenarioResult[];
  readonly coverage: readonly ProcessCoverage[];
}

/** Plays scenarios from their beginnings and compares their ends with what is expected. */
export function runScenarios(files: readonly PlayFile[], scenarios: readonly Scenario[]): Promise<ScenarioRun> {
  return request('/ext/scenario-runs', { method: 'POST', body: { files, scenarios, tenantId: currentTenant() } });
}

/** The scenarios of a draft. */
export function draftScenariosQuery(draftId: string) {
  return queryOptions({
    queryKey: ['drafts', 'scenarios', draftId],
    queryFn: ({ signal }) =>
      request<DraftScenarios>(`/ext/drafts/${encodeURIComponent(draftId)}/scenarios`, { signal }),
  });
}

/**
 * Saves all scenarios of a draft on top of a revision.
 *
 * @throws {ProblemError} 409 when another save came first
 */
export function saveDraftScenarios(draftId: string, scenarios: DraftScenarios): Promise<DraftScenarios> {
  return request(`/ext/drafts/${encodeURIComponent(draftId)}/scenarios`, { method: 'PUT', body: scenarios });
}
