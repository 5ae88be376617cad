import type { Client } from '@baton/client';
import type { Column } from './print.ts';

/** An item of an answer; its fields are those of the API. */
export type Item = Readonly<Record<string, unknown>>;

interface Found {
  readonly items: readonly object[];
  readonly page: {
    readonly totalItems: number;
    readonly hasMoreTotalItems: boolean;
    readonly endCursor: string | null;
  };
}
interface Search {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: readonly { readonly field: string; readonly order: 'ASC' | 'DESC' }[];
  readonly page?: { readonly limit?: number; readonly after?: string };
}

/** A kind of thing that can be listed, searched for and looked at. */
export interface Kind {
  /** As it is said on the command line. */
  readonly name: string;
  readonly keyField: string;
  /** What is shown first. */
  readonly sort: string;
  /** What `list` leaves out. (Default: nothing.) */
  readonly listed?: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column<Item>[];
  search(client: Client, input: Search): Promise<Found>;
  /** Absent where the API has no way to read a single one. */
  readonly get?: (client: Client, key: string) => Promise<object>;
}

/** Seconds are enough for people. */
const time = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 19).replace('T', ' ') : value);
const field = (name: string, head = name): Column<Item> => [head, (item) => item[name]];
const timeField = (name: string, head: string): Column<Item> => [head, (item) => time(item[name])];

/** Filters and sorts are read by the server, which says what is wrong with them; here they are only handed on. */
const asInput = (input: Search): never => input as never;

export const kinds: readonly Kind[] = [
  {
    name: 'instances',
    keyField: 'processInstanceKey',
    sort: 'startDate',
    columns: [
      field('processInstanceKey', 'key'),
      field('processDefinitionId', 'process'),
      field('processDefinitionVersion', 'version'),
      ['state', ({ state, hasIncident }) => (hasIncident === true ? `${String(state)} (incident)` : state)],
      timeField('startDate', 'started'),
      timeField('endDate', 'ended'),
      field('businessId', 'business id'),
    ],
    search: (client, input) => client.processInstances.searchProcessInstances(asInput(input)),
    get: (client, key) => client.processInstances.getProcessInstance({ processInstanceKey: key }),
  },
  {
    name: 'definitions',
    keyField: 'processDefinitionKey',
    sort: 'processDefinitionKey',
    columns: [
      field('processDefinitionKey', 'key'),
      field('processDefinitionId', 'process'),
      field('version'),
      field('versionTag', 'tag'),
      field('resourceName', 'file'),
      field('name'),
    ],
    search: (client, input) => client.processDefinitions.searchProcessDefinitions(asInput(input)),
    get: (client, key) => client.processDefinitions.getProcessDefinition({ processDefinitionKey: key }),
  },
  {
    name: 'tasks',
    keyField: 'userTaskKey',
    sort: 'creationDate',
    listed: { state: 'CREATED' },
    columns: [
      field('userTaskKey', 'key'),
      field('state'),
      field('assignee'),
      ['for', ({ candidateGroups, candidateUsers }) => [candidateGroups, candidateUsers].flat().join(', ')],
      timeField('creationDate', 'created'),
      timeField('dueDate', 'due'),
      field('processInstanceKey', 'instance'),
      field('name'),
    ],
    search: (client, input) => client.userTasks.searchUserTasks(asInput(input)),
    get: (client, key) => client.userTasks.getUserTask({ userTaskKey: key }),
  },
  {
    name: 'jobs',
    keyField: 'jobKey',
    sort: 'jobKey',
    listed: { state: { $in: ['CREATED', 'FAILED', 'RETRIES_UPDATED', 'TIMED_OUT'] } },
    columns: [
      field('jobKey', 'key'),
      field('type'),
      field('state'),
      field('retries'),
      field('worker'),
      field('processInstanceKey', 'instance'),
      field('elementId', 'element'),
      field('errorMessage', 'error'),
    ],
    search: (client, input) => client.jobs.searchJobs(asInput(input)),
  },
  {
    name: 'incidents',
    keyField: 'incidentKey',
    sort: 'creationTime',
    listed: { state: 'ACTIVE' },
    columns: [
      field('incidentKey', 'key'),
      field('errorType', 'type'),
      field('state'),
      timeField('creationTime', 'created'),
      field('processInstanceKey', 'instance'),
      field('elementId', 'element'),
      field('errorMessage', 'error'),
    ],
    search: (client, input) => client.incidents.searchIncidents(asInput(input)),
    get: (client, key) => client.incidents.getIncident({ incidentKey: key }),
  },
  {
    name: 'variables',
    keyField: 'variableKey',
    sort: 'name',
    columns: [
      field('variableKey', 'key'),
      field('name'),
      field('processInstanceKey', 'instance'),
      field('scopeKey', 'scope'),
      field('value'),
    ],
    search: (client, input) => client.variables.searchVariables(asInput(input)),
    get: (client, key) => client.variables.getVariable({ variableKey: key }),
  },
  {
    name: 'elements',
    keyField: 'elementInstanceKey',
    sort: 'startDate',
    columns: [
      field('elementInstanceKey', 'key'),
      field('type'),
      field('state'),
      field('elementId', 'element'),
      timeField('startDate', 'started'),
      timeField('endDate', 'ended'),
      field('processInstanceKey', 'instance'),
    ],
    search: (client, input) => client.elementInstances.searchElementInstances(asInput(input)),
    get: (client, key) => client.elementInstances.getElementInstance({ elementInstanceKey: key }),
  },
  {
    name: 'decisions',
    keyField: 'decisionDefinitionKey',
    sort: 'decisionDefinitionKey',
    columns: [
      field('decisionDefinitionKey', 'key'),
      field('decisionDefinitionId', 'decision'),
      field('version'),
      field('name'),
    ],
    search: (client, input) => client.decisions.searchDecisionDefinitions(asInput(input)),
    get: (client, key) => client.decisions.getDecisionDefinition({ decisionDefinitionKey: key }),
  },
  {
    name: 'batch-operations',
    keyField: 'batchOperationKey',
    sort: 'startDate',
    columns: [
      field('batchOperationKey', 'key'),
      field('batchOperationType', 'type'),
      field('state'),
      field('operationsTotalCount', 'items'),
      field('operationsCompletedCount', 'done'),
      field('operationsFailedCount', 'failed'),
      timeField('startDate', 'started'),
    ],
    search: (client, input) => client.batchOperations.searchBatchOperations(asInput(input)),
    get: (client, key) => client.batchOperations.getBatchOperation({ batchOperationKey: key }),
  },
];

/** The names of the kinds, as the command line takes them: `instances`, and `instance` for a single one. */
export const kindNames = kinds.map(({ name }) => name);

/** The kind of a name in the singular or the plural. */
export const kindOf = (name: string): Kind => {
  const found = kinds.find((kind) => kind.name === name || kind.name === `${name}s`);
  // The parser has checked it.
  if (found === undefined) throw new Error(`Expected one of ${kindNames.join(', ')}, found '${name}'.`);
  return found;
};
