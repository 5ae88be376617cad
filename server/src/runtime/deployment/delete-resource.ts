import { asKey } from '@baton/engine';
import type { Key } from '@baton/engine';
import { findHighestLiving } from '../../store/operations/find-latest.ts';
import type { DecisionRequirementsRow } from '../../store/tables/decision-requirements.ts';
import { forms } from '../../store/tables/forms.ts';
import type { FormRow } from '../../store/tables/forms.ts';
import { processDefinitions } from '../../store/tables/process-definitions.ts';
import type { ProcessDefinitionRow } from '../../store/tables/process-definitions.ts';
import { resources } from '../../store/tables/resources.ts';
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
  run: async (batch) => {
    const { database, definitions } = batch.services;
    batch.topics.add('process-definitions');
    const read = async <T>(table: string): Promise<T | undefined> =>
      (await database.rows<T>(`SELECT * FROM ${table} WHERE key = ? AND deleted = 0`, [key]))[0];

    const process = await read<ProcessDefinitionRow>('process_definitions');
    if (process !== undefined) {
      batch.changes.patch(processDefinitions, { key }, { deleted: 1, is_latest: 0 });
      if (process.is_latest === 0) return null;
      const next = await findHighestLiving(database, 'process_definitions', process.process_id, key);
      if (next !== null) batch.changes.patch(processDefinitions, { key: next.key }, { is_latest: 1 });
      await replaceStarts(batch, process.process_id, next === null ? null : await definitions.byKey(asKey(next.key)));
      return null;
    }
    const form = await read<FormRow>('forms');
    if (form !== undefined) {
      batch.changes.patch(forms, { key }, { deleted: 1, is_latest: 0 });
      const next = form.is_latest === 0 ? null : await findHighestLiving(database, 'forms', form.form_id, key);
      if (next !== null) batch.changes.patch(forms, { key: next.key }, { is_latest: 1 });
      return null;
    }
    const dmn = await read<DecisionRequirementsRow>('decision_requirements');
    if (dmn !== undefined) {
      await deleteDecisions(batch, dmn);
      return null;
    }
    const generic = await read<{ kind: string }>('resources');
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
