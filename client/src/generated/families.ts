// Made by `npm run client` from the operations of the server; a change by hand is lost. One file per family, however long that becomes.

import { clusterOperations } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { deploymentsOperations } from './deployments.ts';
import type { Deployments } from './deployments.ts';
import { processDefinitionsOperations } from './process-definitions.ts';
import type { ProcessDefinitions } from './process-definitions.ts';
import { processInstancesOperations } from './process-instances.ts';
import type { ProcessInstances } from './process-instances.ts';
import { elementInstancesOperations } from './element-instances.ts';
import type { ElementInstances } from './element-instances.ts';
import { variablesOperations } from './variables.ts';
import type { Variables } from './variables.ts';
import { jobsOperations } from './jobs.ts';
import type { Jobs } from './jobs.ts';
import { userTasksOperations } from './user-tasks.ts';
import type { UserTasks } from './user-tasks.ts';
import { webAppOperations } from './web-app.ts';
import type { WebApp } from './web-app.ts';
import { decisionsOperations } from './decisions.ts';
import type { Decisions } from './decisions.ts';
import { batchOperationsOperations } from './batch-operations.ts';
import type { BatchOperations } from './batch-operations.ts';
import { incidentsOperations } from './incidents.ts';
import type { Incidents } from './incidents.ts';
import { messagesAndSignalsOperations } from './messages-and-signals.ts';
import type { MessagesAndSignals } from './messages-and-signals.ts';
import { expressionsOperations } from './expressions.ts';
import type { Expressions } from './expressions.ts';
import { eventsAndHistoryOperations } from './events-and-history.ts';
import type { EventsAndHistory } from './events-and-history.ts';
import { identityOperations } from './identity.ts';
import type { Identity } from './identity.ts';
import { documentsOperations } from './documents.ts';
import type { Documents } from './documents.ts';

/** The operations of the API by family. */
export interface Families {
  readonly cluster: Cluster;
  readonly deployments: Deployments;
  readonly processDefinitions: ProcessDefinitions;
  readonly processInstances: ProcessInstances;
  readonly elementInstances: ElementInstances;
  readonly variables: Variables;
  readonly jobs: Jobs;
  readonly userTasks: UserTasks;
  readonly webApp: WebApp;
  readonly decisions: Decisions;
  readonly batchOperations: BatchOperations;
  readonly incidents: Incidents;
  readonly messagesAndSignals: MessagesAndSignals;
  readonly expressions: Expressions;
  readonly eventsAndHistory: EventsAndHistory;
  readonly identity: Identity;
  readonly documents: Documents;
}

export const families = {
  cluster: clusterOperations,
  deployments: deploymentsOperations,
  processDefinitions: processDefinitionsOperations,
  processInstances: processInstancesOperations,
  elementInstances: elementInstancesOperations,
  variables: variablesOperations,
  jobs: jobsOperations,
  userTasks: userTasksOperations,
  webApp: webAppOperations,
  decisions: decisionsOperations,
  batchOperations: batchOperationsOperations,
  incidents: incidentsOperations,
  messagesAndSignals: messagesAndSignalsOperations,
  expressions: expressionsOperations,
  eventsAndHistory: eventsAndHistoryOperations,
  identity: identityOperations,
  documents: documentsOperations,
} as const;
