import { Router } from 'express';
import type { ClusterNode } from '../runtime/nodes.ts';
import type { ServerInfo } from './server-info.ts';

/** What clients ask first: is somebody there, and who. */
export const clusterRoutes = (info: ServerInfo, livingNodes: () => Promise<readonly ClusterNode[]>): Router => {
  const router = Router();
  router.get('/status', (_request, response) => void response.status(204).end());
  router.get('/topology', async (_request, response) => {
    const nodes = await livingNodes();
    response.json({
      // Every node serves everything: to clients, each leads the one partition that there is.
      brokers: nodes.map(({ nodeId, host, port }) => ({
        nodeId,
        host,
        port,
        version: info.gatewayVersion,
        partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }],
      })),
      clusterId: null,
      clusterSize: nodes.length,
      partitionsCount: 1,
      replicationFactor: nodes.length,
      gatewayVersion: info.gatewayVersion,
      lastCompletedChangeId: '-1',
    });
  });
  return router;
};
