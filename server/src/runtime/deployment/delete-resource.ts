import { asKey } from '@baton/engine';
import type { Key } from '@baton/engine';
import { findHighestLiving } from '../../store/operations/find-latest.ts';
import type { DecisionRequirementsRow } from '../../store/tables/decision-requirements.ts';
import { decisionRequirements } from '../../store/tables/decision-requirements.ts';
import { forms } from '../../store/tables/forms.ts';
import type { FormRow } from '../../store/tables/forms.ts';
import { processDefinitions } from '../../store/tables/process-definitions.ts';
import type { ProcessDefinitionRow } from '../../store/tables/process-definitions.ts';
import { resources } from '../../store/tables/resources.ts';
import type { ResourceRow } from '../../store/tables/resources.ts';
import type { Batch } from '../batch.ts';
import { refused } from '../instance-commands.ts';
import type { Task } from '../task.ts';
import { deleteDecisions } from './deploy-decisions.ts';
import { replaceStarts } from './start-subscriptions.ts';

/**
 * Takes back one version of a process, form or DMN file, or a generic file. Instances that run on it go on; the version before it is the
 * latest again, with its start events.
 */
export const deleteResourceTask = (key: Key): Task<null> => ({
  name: 'delete-resource',
  exclusive: true,
  concerns: async (batch) => {
    for (const { name } of versioned) {
      const row = await readIn<{ tenant_id: string }>(batch, name, key);
      if (row !== undefined) return { resource: 'RESOURCE', id: String(key), tenantId: row.tenant_id };
    }
    return null;
  },
  run: async (batch) => {
    const { database, definitions } = batch.services;
    const read = async <T extends { tenant_id: string }>(table: string): Promise<T | undefined> => {
      const row = await readIn<T>(batch, table, key);
      if (row !== undefined) batch.tell('process-definitions', row.tenant_id);
      return row;
    };

    const process = await read<ProcessDefinitionRow>('process_definitions');
    if (process !== undefined) {
      batch.changes.patch(processDefinitions, { key }, { deleted: 1, is_latest: 0 });
      if (process.is_latest === 0) return null;
      const next = await findHighestLiving(database, 'process_definitions', process.tenant_id, process.process_id, key);
      if (next !== null) batch.changes.patch(processDefinitions, { key: next.key }, { is_latest: 1 });
      await replaceStarts(
        batch,
        process.tenant_id,
        process.process_id,
        next === null ? null : await definitions.byKey(asKey(next.key)),
      );
      return null;
    }
    const form = await read<FormRow>('forms');
    if (form !== undefined) {
      batch.changes.patch(forms, { key }, { deleted: 1, is_latest: 0 });
      const next =
        form.is_latest === 0 ? null : await findHighestLiving(database, 'forms', form.tenant_id, form.form_id, key);
      if (next !== null) batch.changes.patch(forms, { key: next.key }, { is_latest: 1 });
      return null;
    }
    const dmn = await read<DecisionRequirementsRow>('decision_requirements');
    if (dmn !== undefined) {
      await deleteDecisions(batch, dmn);
      return null;
    }
    const generic = await read<ResourceRow>('resources');
    if (generic?.kind === 'generic') {
      batch.changes.patch(resources, { key }, { deleted: 1 });
      return null;
    }
    throw refused('DELETE', {
      code: 'NOT_FOUND',
      detail: `Expected to delete resource but no resource found with key '${key}'`,
    });
  },
});

/** The tables of what can be taken back. */
const versioned: readonly { readonly name: string }[] = [processDefinitions, forms, decisionRequirements, resources];

/** What has this key, unless it was taken back or is of a tenant that the caller does not see. */
const readIn = async <T extends { tenant_id: string }>(
  batch: Batch,
  table: string,
  key: Key,
): Promise<T | undefined> => {
  const { database } = batch.services;
  const [row] = await database.rows<T>(`SELECT * FROM ${table} WHERE key = ? AND deleted = 0`, [key]);
  return row !== undefined && batch.sees(row.tenant_id) ? row : undefined;
};
