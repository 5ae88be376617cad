import type { Identity } from '../identity/identity.ts';
import type { Runtime } from '../runtime/create-runtime.ts';
import type { ClusterNode } from '../runtime/nodes.ts';
import type { ShownSetting } from '../shown-settings.ts';
import type { PinnableClock } from '../runtime/pinned-clock.ts';
import { batchBeginOperations } from './batch-begin-operations.ts';
import { batchOperationOperations } from './batch-operation-operations.ts';
import { bulkOperations } from './bulk-operations.ts';
import { clockOperations } from './clock-operations.ts';
import { clusterOperations } from './cluster-operations.ts';
import { clusterVariableOperations } from './cluster-variable-operations.ts';
import { conditionalOperations } from './conditional-operations.ts';
import { decisionDefinitionOperations } from './decision-definition-operations.ts';
import { decisionInstanceOperations } from './decision-instance-operations.ts';
import { decisionRequirementsOperations } from './decision-requirements-operations.ts';
import { definitionStatisticsOperations } from './definition-statistics-operations.ts';
import { deploymentOperations } from './deployment-operations.ts';
import { documentLinkOperations } from './document-link-operations.ts';
import { documentOperations } from './document-operations.ts';
import { draftCommentOperations } from './draft-comment-operations.ts';
import { draftFolderOperations } from './draft-folder-operations.ts';
import { draftOperations } from './draft-operations.ts';
import { draftPresenceOperation } from './draft-presence-operation.ts';
import { draftSearchOperation } from './draft-search-operation.ts';
import { draftScenarioOperations } from './draft-scenario-operations.ts';
import { draftVersionOperations } from './draft-version-operations.ts';
import { elementTemplateOperations } from './element-template-operations.ts';
import { elementInstanceOperations } from './element-instance-operations.ts';
import { eventOperations } from './event-operations.ts';
import { exampleOperations } from './example-operations.ts';
import type { Example } from './example-operations.ts';
import { expressionOperations } from './expression-operations.ts';
import { formSubmissionOperations } from './form-submission-operations.ts';
import { formOperations } from './form-operations.ts';
import { historyOperations } from './history-operations.ts';
import { identityOperations } from './identity/identity-operations.ts';
import { incidentOperations } from './incident-operations.ts';
import { incidentStatisticsOperations } from './incident-statistics-operations.ts';
import { jobOperations } from './job-operations.ts';
import { jobStatisticsOperations } from './job-statistics-operations.ts';
import { linkOperations } from './link-operations.ts';
import { messageOperations } from './message-operations.ts';
import { messageSubscriptionOperations } from './message-subscription-operations.ts';
import { migrationOperations } from './migration-operations.ts';
import { modificationOperations } from './modification-operations.ts';
import { notificationOperations } from './notification-operations.ts';
import type { Operation } from './operation/operation.ts';
import { playOperations } from './play-operations.ts';
import { processDefinitionOperations } from './process-definition-operations.ts';
import { processInstanceOperations } from './process-instance-operations.ts';
import { resourceOperations } from './resource-operations.ts';
import type { ServerInfo } from './server-info.ts';
import { settingsOperation } from './settings-operation.ts';
import { signalOperations } from './signal-operations.ts';
import { suspensionOperations } from './suspension-operations.ts';
import { decisionTrialOperations } from './decision-trial-operations.ts';
import { soundnessOperations } from './soundness-operations.ts';
import { systemOperations } from './system-operations.ts';
import { taskDelegationOperations } from './task-delegation-operations.ts';
import { taskFilterOperations } from './task-filter-operations.ts';
import { tasklistOperations } from './tasklist-operations.ts';
import { userTaskBulkOperation } from './user-task-bulk-operation.ts';
import { userTaskOperations } from './user-task-operations.ts';
import { variableOperations } from './variable-operations.ts';
import { waitStateOperations } from './wait-state-operations.ts';
import { webAppOperations } from './web-app-operations.ts';

/** What the operations work with. */
export interface ApiServices {
  readonly runtime: Runtime;
  readonly info: ServerInfo;
  /** The servers that work on the same database, this one among them. */
  readonly livingNodes: () => Promise<readonly ClusterNode[]>;
  readonly examples: readonly Example[];
  /** The clock of the runtime where the settings allow to set it; else null. */
  readonly pinnableClock: PinnableClock | null;
  readonly identity: Identity;
  /** The settings in effect, without secrets. */
  readonly settings: readonly ShownSetting[];
  /** How large a document may be, bytes. */
  readonly maxDocumentBytes: number;
}

/** All operations of the API, family by family. */
export const allOperations = ({
  runtime,
  info,
  livingNodes,
  examples,
  pinnableClock,
  identity,
  settings,
  maxDocumentBytes,
}: ApiServices): readonly Operation[] => [
  ...clusterOperations(info, runtime.health, livingNodes),
  ...systemOperations(runtime),
  settingsOperation(settings),
  ...clockOperations(runtime, pinnableClock),
  ...deploymentOperations(runtime),
  ...resourceOperations(runtime),
  ...formOperations(runtime),
  ...processDefinitionOperations(runtime),
  ...definitionStatisticsOperations(runtime),
  ...processInstanceOperations(runtime),
  ...modificationOperations(runtime),
  ...migrationOperations(runtime),
  ...suspensionOperations(runtime),
  ...elementInstanceOperations(runtime),
  ...waitStateOperations(runtime),
  ...variableOperations(runtime),
  ...clusterVariableOperations(runtime),
  ...jobOperations(runtime),
  ...jobStatisticsOperations(runtime),
  ...userTaskOperations(runtime),
  ...tasklistOperations(runtime),
  userTaskBulkOperation(runtime),
  ...taskDelegationOperations(runtime, identity),
  ...taskFilterOperations(runtime),
  ...bulkOperations(runtime),
  ...batchBeginOperations(runtime),
  ...batchOperationOperations(runtime),
  ...incidentOperations(runtime),
  ...incidentStatisticsOperations(runtime),
  ...messageOperations(runtime),
  ...messageSubscriptionOperations(runtime),
  ...signalOperations(runtime),
  ...conditionalOperations(runtime),
  ...decisionDefinitionOperations(runtime),
  ...decisionRequirementsOperations(runtime),
  ...decisionInstanceOperations(runtime),
  ...expressionOperations(runtime),
  ...historyOperations(runtime),
  ...eventOperations(runtime, info.serverId, identity),
  ...identityOperations(runtime, identity),
  ...webAppOperations(runtime, info, identity),
  ...soundnessOperations(runtime),
  ...decisionTrialOperations(runtime),
  ...playOperations(runtime),
  ...documentOperations(runtime, maxDocumentBytes),
  ...documentLinkOperations(runtime, identity),
  ...draftOperations(runtime),
  draftSearchOperation(runtime),
  draftPresenceOperation(runtime),
  ...draftScenarioOperations(runtime),
  ...draftCommentOperations(runtime, identity),
  ...notificationOperations(runtime),
  ...draftFolderOperations(runtime),
  ...draftVersionOperations(runtime),
  ...elementTemplateOperations(runtime),
  ...linkOperations(runtime),
  ...formSubmissionOperations(runtime),
  ...exampleOperations(runtime, examples),
];
