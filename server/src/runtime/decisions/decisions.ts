import { compileDmn } from '@baton/engine';
import type { DecisionModel } from '@baton/engine';
import type { Database } from '../../store/database.ts';
import { findDecision, findDecisionsOf } from '../../store/operations/find-decision.ts';
import type { DecisionVersion } from '../../store/operations/find-decision.ts';
import type { DecisionDefinitionRow } from '../../store/tables/decision-definitions.ts';

/** A deployed decision, and what compiling its file gave; a sentence where it cannot be evaluated. */
export interface DeployedDecision {
  readonly row: DecisionDefinitionRow;
  readonly file: DecisionFile | string;
}
export interface DecisionFile {
  readonly model: DecisionModel;
  /** The decisions of the file by id. What may change of a row, such as whether it is the latest, is not to be read here. */
  readonly definitions: ReadonlyMap<string, DecisionDefinitionRow>;
}

/** Finds deployed decisions and keeps the compiled files (the 200 last used). */
export interface Decisions {
  /** The decision with this key if it is not deleted; null otherwise. */
  livingByKey(key: number): Promise<DeployedDecision | null>;
  find(tenantId: string, decisionId: string, version: DecisionVersion): Promise<DeployedDecision | null>;
}

const capacity = 200;

export const createDecisions = (database: Database): Decisions => {
  const files = new Map<number, Promise<DecisionFile | string>>();

  const load = async (requirementsKey: number): Promise<DecisionFile | string> => {
    const [resource] = await database.rows<{ content: string }>(
      'SELECT content FROM resources WHERE key = (SELECT resource_key FROM decision_requirements WHERE key = ?)',
      [requirementsKey],
    );
    const compiled = await compileDmn(resource?.content ?? '');
    // The first version of Baton took files that it could not evaluate.
    if (!compiled.ok) {
      const reasons = compiled.problems.map(({ message }) => message).join(' ');
      return `Expected the deployed DMN file to compile, found: ${reasons} Correct it and deploy it again.`;
    }
    const rows = await findDecisionsOf(database, requirementsKey);
    return { model: compiled.model, definitions: new Map(rows.map((row) => [row.decision_id, row])) };
  };

  const fileOf = (requirementsKey: number): Promise<DecisionFile | string> => {
    const file = files.get(requirementsKey) ?? load(requirementsKey);
    files.delete(requirementsKey);
    files.set(requirementsKey, file);
    file.catch(() => files.delete(requirementsKey));
    for (const oldest of files.keys()) {
      if (files.size <= capacity) break;
      files.delete(oldest);
    }
    return file;
  };

  const deployed = async (row: DecisionDefinitionRow | null): Promise<DeployedDecision | null> =>
    row === null ? null : { row, file: await fileOf(row.requirements_key) };

  return {
    livingByKey: async (key) => {
      const [row] = await database.rows<DecisionDefinitionRow>(
        'SELECT * FROM decision_definitions WHERE key = ? AND deleted = 0',
        [key],
      );
      return deployed(row ?? null);
    },
    find: async (tenantId, decisionId, version) =>
      deployed(await findDecision(database, tenantId, decisionId, version)),
  };
};
