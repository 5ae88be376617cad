/** Operations of Camunda 8 that Baton does not have, by their ids, and why. */
export const absentOperations: Readonly<Record<string, string>> = {
  ...because('Task listeners belong to a process; there are none for all processes yet.', [
    'createGlobalTaskListener',
    'getGlobalTaskListener',
    'updateGlobalTaskListener',
    'deleteGlobalTaskListener',
    'searchGlobalTaskListeners',
  ]),
  ...because('Of 8.10, not released: instances of AI agents, a kind of connector that Baton does not have.', [
    'getAgentDefinition',
    'searchAgentDefinitions',
    'createAgentInstance',
    'getAgentInstance',
    'updateAgentInstance',
    'searchAgentInstances',
    'createAgentInstanceHistoryItem',
    'searchAgentInstanceHistory',
  ]),
  ...because('Of 8.10, not released: a database is backed up by `baton backup` or the means of PostgreSQL.', [
    'takeRuntimeBackup',
    'listRuntimeBackups',
    'getRuntimeBackup',
    'deleteRuntimeBackup',
    'getRuntimeBackupState',
    'deleteRuntimeBackupState',
    'syncRuntimeBackupState',
    'takeHistoryBackup',
    'listHistoryBackups',
    'getHistoryBackup',
    'deleteHistoryBackup',
    'restore',
    'getRestoreStatus',
    'changeClusterMode',
  ]),
  ...because('Of 8.10, not released: nothing is exported, searches read the rows of the engine itself.', [
    'getExportingStatus',
    'pauseExporting',
    'resumeExporting',
  ]),
  ...because('Of 8.10, not released: there is no store of secrets yet.', ['resolveSecrets', 'listSecrets']),
  ...because('Of 8.10, not released: there are no physical tenants, so nothing is above /v2.', [
    'getClusterStatus',
    'getClusterTopology',
    'getClusterExportingStatus',
    'pauseClusterExporting',
    'resumeClusterExporting',
    'takeRuntimeBackupAsClusterAdmin',
    'listRuntimeBackupsAsClusterAdmin',
    'getRuntimeBackupAsClusterAdmin',
    'deleteRuntimeBackupAsClusterAdmin',
    'getRuntimeBackupStateAsClusterAdmin',
    'deleteRuntimeBackupStateAsClusterAdmin',
    'syncRuntimeBackupStateAsClusterAdmin',
    'takeHistoryBackupAsClusterAdmin',
    'listHistoryBackupsAsClusterAdmin',
    'getHistoryBackupAsClusterAdmin',
    'deleteHistoryBackupAsClusterAdmin',
    'changeClusterModeAsClusterAdmin',
    'restoreAsClusterAdmin',
  ]),
};

/** What an operation that is there lacks, as `operation: what`, and why. */
export const absentParts: Readonly<Record<string, string>> = {
  'getProcessDefinitionXML: answer 204': 'Every version was deployed from a drawing.',
  'updateJobsBatchOperation: filter.priority': 'Of 8.10, not released: jobs have no priority.',
};

function because(reason: string, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}
