import { z } from 'zod';
import { Refusal } from '../runtime/refusal.ts';
import type { ClusterNode } from '../runtime/nodes.ts';
import type { StoreHealth } from '../runtime/store-health.ts';
import { json, nothing } from './operation/answer-kinds.ts';
import { operation } from './operation/operation.ts';
import type { Operation } from './operation/operation.ts';
import type { ServerInfo } from './server-info.ts';

const partition = z.strictObject({
  partitionId: z.int(),
  role: z.enum(['leader', 'follower', 'inactive']),
  health: z.enum(['healthy', 'unhealthy', 'dead']),
});
const topology = z
  .strictObject({
    brokers: z.array(
      z.strictObject({
        nodeId: z.int(),
        host: z.string(),
        port: z.int(),
        version: z.string(),
        partitions: z.array(partition),
      }),
    ),
    clusterId: z.string().nullable(),
    clusterSize: z.int(),
    partitionsCount: z.int(),
    replicationFactor: z.int(),
    gatewayVersion: z.string(),
    lastCompletedChangeId: z.string(),
  })
  .meta({ id: 'Topology' });

type Topology = z.input<typeof topology>;

const topologyOf = (
  nodes: readonly Pick<ClusterNode, 'nodeId' | 'host' | 'port'>[],
  gatewayVersion: string,
): Topology => ({
  // Every node serves everything: to clients, each leads the one partition that there is.
  brokers: nodes.map(({ nodeId, host, port }) => ({
    nodeId,
    host,
    port,
    version: gatewayVersion,
    partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }],
  })),
  clusterId: null,
  clusterSize: nodes.length,
  partitionsCount: 1,
  replicationFactor: nodes.length,
  gatewayVersion,
  lastCompletedChangeId: '-1',
});

/** What clients ask first: is somebody there, is it well, and who. */
export const clusterOperations = (
  info: Pick<ServerInfo, 'gatewayVersion'>,
  health: Pick<StoreHealth, 'trouble'>,
  livingNodes: () => Promise<readonly ClusterNode[]>,
): readonly Operation[] => [
  operation({
    id: 'getStatus',
    method: 'GET',
    path: '/v2/status',
    tag: 'Cluster',
    summary: 'Ask whether the server is well',
    answer: nothing,
    access: 'anyone',
    example: {},
    run: () => {
      const trouble = health.trouble();
      if (trouble !== null) throw new Refusal('UNAVAILABLE', `The database takes no changes: ${trouble.reason}.`);
    },
  }),
  operation({
    id: 'getTopology',
    method: 'GET',
    path: '/v2/topology',
    tag: 'Cluster',
    summary: 'List the servers that work together',
    answer: json(topology),
    access: 'signed-in',
    isTenantAware: true,
    example: { answer: topologyOf([{ nodeId: 0, host: 'baton-1', port: 8080 }], '8.9.0') },
    run: async () => topologyOf(await livingNodes(), info.gatewayVersion),
  }),
];
