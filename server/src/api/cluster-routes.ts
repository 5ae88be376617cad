import { hostname } from 'node:os';
import { Router } from 'express';
import type { StoreHealth } from '../runtime/store-health.ts';
import type { ServerInfo } from './server-info.ts';

/** What clients ask first: is somebody there, and who. */
export const clusterRoutes = (info: ServerInfo, health: StoreHealth): Router => {
  const router = Router();
  router.get('/status', (_request, response) => void response.status(health.trouble() === null ? 204 : 503).end());
  router.get('/topology', (_request, response) => {
    response.json({
      brokers: [
        {
          nodeId: 0,
          host: hostname(),
          port: info.port(),
          version: info.gatewayVersion,
          partitions: [{ partitionId: 1, role: 'leader', health: 'healthy' }],
        },
      ],
      clusterId: null,
      clusterSize: 1,
      partitionsCount: 1,
      replicationFactor: 1,
      gatewayVersion: info.gatewayVersion,
      lastCompletedChangeId: '-1',
    });
  });
  return router;
};
