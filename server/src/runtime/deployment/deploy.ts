import { defaultTenant } from '../../default-tenant.ts';
import type { Key, ProcessDefinition } from '@baton/engine';
import { findHighestVersion } from '../../store/operations/find-latest.ts';
import { deployments } from '../../store/tables/deployments.ts';
import { forms } from '../../store/tables/forms.ts';
import type { FormRow } from '../../store/tables/forms.ts';
import { processDefinitions } from '../../store/tables/process-definitions.ts';
import type { ProcessDefinitionRow } from '../../store/tables/process-definitions.ts';
import type { ResourceRow } from '../../store/tables/resources.ts';
import type { Batch } from '../batch.ts';
import type { Task } from '../task.ts';
import { deployDecisions } from './deploy-decisions.ts';
import type { DeployedDecisions } from './deploy-decisions.ts';
import type { PreparedResource } from './prepared-resource.ts';
import { replaceStarts } from './start-subscriptions.ts';
import { clearLatest, isSame, storeResource, versioned } from './store-version.ts';
import type { Upload } from './store-version.ts';

/** What a deployment made or found unchanged, in the order of the upload. */
export interface Deployment extends Upload {
  readonly items: readonly DeployedItem[];
}
export type DeployedItem =
  | { readonly kind: 'process'; readonly row: ProcessDefinitionRow }
  | { readonly kind: 'form'; readonly row: FormRow }
  | DeployedDecisions
  | { readonly kind: 'resource'; readonly row: Omit<ResourceRow, 'content'> };

/** Stores prepared files for a tenant (the default one), all or nothing. The same content under the same name keeps its key and version. */
export const deployTask = (files: readonly PreparedResource[], tenantId: string = defaultTenant): Task<Deployment> => ({
  name: 'deploy',
  tenantId,
  exclusive: true,
  run: async (batch) => {
    await batch.services.keys.reserve(1_000 + files.length * 10);
    const deploymentKey = batch.services.keys.next();
    batch.changes.insert(deployments, { key: deploymentKey, at_ms: batch.nowMs, tenant_id: tenantId });
    const of = { tenantId, deploymentKey };
    const items: DeployedItem[] = [];
    for (const file of files) items.push(...(await deployFile(batch, file, of)));
    batch.tell('process-definitions', tenantId);
    batch.tell('decision-definitions', tenantId);
    return { ...of, items };
  },
});

const deployFile = async (batch: Batch, file: PreparedResource, of: Upload): Promise<DeployedItem[]> => {
  const { database } = batch.services;
  const { tenantId } = of;
  switch (file.kind) {
    case 'bpmn': {
      const items: DeployedItem[] = [];
      let resourceKey: Key | null = null;
      for (const process of file.processes) {
        const before = await findHighestVersion(database, 'process_definitions', tenantId, process.id);
        if (before !== null && isSame(before, file)) {
          items.push({ kind: 'process', row: before });
          continue;
        }
        resourceKey ??= storeResource(batch, file, of, 1).key as Key;
        items.push({
          kind: 'process',
          row: await deployProcess(batch, file, process, before, resourceKey, of),
        });
      }
      return items;
    }
    case 'form': {
      const before = await findHighestVersion(database, 'forms', tenantId, file.formId);
      if (before !== null && isSame(before, file)) return [{ kind: 'form', row: before }];
      await clearLatest(batch, 'forms', tenantId, file.formId);
      const row = {
        ...versioned(batch, file, before, of),
        form_id: file.formId,
        version_tag: file.versionTag,
      };
      batch.changes.insert(forms, row);
      return [{ kind: 'form', row }];
    }
    case 'dmn':
      return [await deployDecisions(batch, file, of)];
    case 'generic': {
      const before = await findHighestVersion(database, 'resources', tenantId, file.name);
      if (before !== null && before.deleted === 0 && before.checksum === file.checksum)
        return [{ kind: 'resource', row: before }];
      return [{ kind: 'resource', row: storeResource(batch, file, of, (before?.version ?? 0) + 1) }];
    }
  }
};

const deployProcess = async (
  batch: Batch,
  file: PreparedResource,
  process: ProcessDefinition,
  before: ProcessDefinitionRow | null,
  resourceKey: Key,
  { tenantId, deploymentKey }: Upload,
): Promise<ProcessDefinitionRow> => {
  await clearLatest(batch, 'process_definitions', tenantId, process.id);
  const row: ProcessDefinitionRow = {
    key: batch.services.keys.next(),
    process_id: process.id,
    version: (before?.version ?? 0) + 1,
    version_tag: process.versionTag,
    name: process.name,
    resource_key: resourceKey,
    resource_name: file.name,
    deployment_key: deploymentKey,
    checksum: file.checksum,
    start_form_id: startFormId(process),
    is_latest: 1,
    deleted: 0,
    tenant_id: tenantId,
  };
  batch.changes.insert(processDefinitions, row);
  await replaceStarts(batch, tenantId, process.id, { row, definition: process });
  return row;
};

/** A form inside the process has no id of its own; that there is one is what counts here. */
const startFormId = ({ startForm }: ProcessDefinition): string | null =>
  startForm === null ? null : (startForm.formId ?? (startForm.embeddedForm === null ? null : 'embedded'));
