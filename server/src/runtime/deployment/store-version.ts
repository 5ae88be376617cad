import type { Key } from '@baton/engine';
import { findLatestKeys } from '../../store/operations/find-latest.ts';
import { decisionDefinitions } from '../../store/tables/decision-definitions.ts';
import { decisionRequirements } from '../../store/tables/decision-requirements.ts';
import { forms } from '../../store/tables/forms.ts';
import { processDefinitions } from '../../store/tables/process-definitions.ts';
import { resources } from '../../store/tables/resources.ts';
import type { ResourceRow } from '../../store/tables/resources.ts';
import type { Batch } from '../batch.ts';
import type { PreparedResource } from './prepared-resource.ts';

/** Whether a file is what is deployed as the latest version already. */
export const isSame = (
  before: { resource_name: string; checksum: string; deleted: number; is_latest: number },
  file: PreparedResource,
): boolean =>
  before.deleted === 0 &&
  before.is_latest === 1 &&
  before.resource_name === file.name &&
  before.checksum === file.checksum;

/** What an upload is known by. */
export interface Upload {
  readonly tenantId: string;
  readonly deploymentKey: Key;
}

/** Stores the file itself. */
export const storeResource = (
  batch: Batch,
  file: PreparedResource,
  { tenantId, deploymentKey }: Upload,
  version: number,
): ResourceRow => {
  const { name, kind, checksum, encoding, content } = file;
  const row = {
    key: batch.services.keys.next(),
    deployment_key: deploymentKey,
    name,
    kind,
    version,
    checksum,
    encoding,
    content,
    deleted: 0,
    script_id: file.kind === 'generic' ? file.scriptId : null,
    version_tag: file.kind === 'generic' ? file.versionTag : null,
    tenant_id: tenantId,
  };
  batch.changes.insert(resources, row);
  return row;
};

/** The columns that versions of forms and DMN files have in common; the file itself is stored along. */
export const versioned = (batch: Batch, file: PreparedResource, before: { version: number } | null, of: Upload) => {
  const version = (before?.version ?? 0) + 1;
  return {
    key: batch.services.keys.next() as number,
    version,
    resource_key: storeResource(batch, file, of, version).key,
    resource_name: file.name,
    deployment_key: of.deploymentKey as number,
    checksum: file.checksum,
    is_latest: 1,
    deleted: 0,
    tenant_id: of.tenantId,
  };
};

/** Tables with versions; of each only the columns that they have in common are touched here. */
const versionedTables = {
  process_definitions: processDefinitions as unknown as typeof forms,
  forms,
  decision_requirements: decisionRequirements as unknown as typeof forms,
  decision_definitions: decisionDefinitions as unknown as typeof forms,
};

/** Before a new version: none of the old ones is the latest any more. After a deletion that need not be the one with the highest number. */
export const clearLatest = async (
  batch: Batch,
  table: keyof typeof versionedTables,
  tenantId: string,
  id: string,
): Promise<void> => {
  for (const { key } of await findLatestKeys(batch.services.database, table, tenantId, id))
    batch.changes.patch(versionedTables[table], { key }, { is_latest: 0 });
};
