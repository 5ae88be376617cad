import type { Runtime } from '../runtime/create-runtime.ts';
import type { ClusterNode } from '../runtime/nodes.ts';
import { clusterOperations } from './cluster-operations.ts';
import { conditionalOperations } from './conditional-operations.ts';
import { decisionDefinitionOperations } from './decision-definition-operations.ts';
import { decisionInstanceOperations } from './decision-instance-operations.ts';
import { decisionRequirementsOperations } from './decision-requirements-operations.ts';
import { elementInstanceOperations } from './element-instance-operations.ts';
import { expressionOperations } from './expression-operations.ts';
import { incidentOperations } from './incident-operations.ts';
import { messageOperations } from './message-operations.ts';
import type { Operation } from './operation/operation.ts';
import { processDefinitionOperations } from './process-definition-operations.ts';
import type { ServerInfo } from './server-info.ts';
import { signalOperations } from './signal-operations.ts';
import { userTaskOperations } from './user-task-operations.ts';
import { variableOperations } from './variable-operations.ts';

/** What the operations work with. */
export interface ApiServices {
  readonly runtime: Runtime;
  readonly info: ServerInfo;
  /** The servers that work on the same database, this one among them. */
  readonly livingNodes: () => Promise<readonly ClusterNode[]>;
}

/** All operations of the API, family by family. */
export const allOperations = ({ runtime, info, livingNodes }: ApiServices): readonly Operation[] => [
  ...clusterOperations(info, runtime.health, livingNodes),
  ...processDefinitionOperations(runtime),
  ...elementInstanceOperations(runtime),
  ...variableOperations(runtime),
  ...userTaskOperations(runtime),
  ...incidentOperations(runtime),
  ...messageOperations(runtime),
  ...signalOperations(runtime),
  ...conditionalOperations(runtime),
  ...decisionDefinitionOperations(runtime),
  ...decisionRequirementsOperations(runtime),
  ...decisionInstanceOperations(runtime),
  ...expressionOperations(runtime),
];
