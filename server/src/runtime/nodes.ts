import type { Logger } from 'pino';
import type { Database } from '../store/database.ts';
import { findLivingNodes, removeNode, takeNodeId, touchNode } from '../store/operations/node-rows.ts';
import type { SyncedClock } from './synced-clock.ts';

/** A server that works on the database. */
export interface ClusterNode {
  /** A small number that it has for as long as it lives. */
  readonly nodeId: number;
  readonly host: string;
  readonly port: number;
  /** Of Baton. */
  readonly version: string;
}

/** The servers on one database. */
export interface Nodes {
  /** Those that live, by their ids. */
  living(): Promise<readonly ClusterNode[]>;
  stop(): Promise<void>;
}

/** A server that has its database to itself. */
export const singleNode = (node: Omit<ClusterNode, 'nodeId'>): Nodes => ({
  living: () => Promise.resolve([{ nodeId: 0, ...node }]),
  stop: () => Promise.resolve(),
});

export interface NodesOptions {
  readonly database: Database;
  readonly clock: SyncedClock;
  readonly log: Logger;
  readonly serverId: string;
  readonly node: Omit<ClusterNode, 'nodeId'>;
  /** How often a node says that it lives, milliseconds. (Default: 3,000.) */
  readonly beatMs?: number;
  /** How long after its last beat it counts as living, milliseconds. (Default: 10,000.) */
  readonly aliveMs?: number;
}

const maxNodes = 1_000;

/** Enters this server among those on a shared database, and sets its clock by every beat. Throws when the database does not answer. */
export const joinNodes = async (options: NodesOptions): Promise<Nodes> => {
  const { database, clock, log, serverId, node, beatMs = 3_000, aliveMs = 10_000 } = options;
  let nodeId = -1;
  let isStopped = false;
  let callOff: () => void = () => undefined;

  /** Asks for the database's time by something that it does anyway. */
  const timed = async (ask: () => Promise<number | null>): Promise<boolean> => {
    const sentMs = performance.now();
    const nowMs = await ask();
    if (nowMs !== null) clock.set(nowMs, sentMs, performance.now());
    return nowMs !== null;
  };
  const enter = async (): Promise<void> => {
    for (nodeId = 0; nodeId < maxNodes; nodeId += 1) {
      const row = { node_id: nodeId, server_id: serverId, ...node };
      if (await timed(() => takeNodeId(database, row, aliveMs))) return;
    }
    throw new Error(`Expected fewer than ${maxNodes} servers on one database.`);
  };
  const beat = async (): Promise<void> => {
    // Another one may have the id now: this server was paused for long, or cut off.
    if (!(await timed(() => touchNode(database, nodeId, serverId)))) await enter();
  };
  const beatOn = (): void => {
    if (isStopped) return;
    callOff = clock.after(beatMs, () => {
      beat()
        .catch((error: unknown) => log.warn({ err: error }, 'the database did not hear that this server lives'))
        .then(beatOn, beatOn);
    });
  };

  await enter();
  beatOn();
  return {
    living: async () =>
      (await findLivingNodes(database, aliveMs)).map(({ node_id, host, port, version }) => ({
        nodeId: node_id,
        host,
        port,
        version,
      })),
    stop: async () => {
      isStopped = true;
      callOff();
      await removeNode(database, nodeId, serverId).catch(() => undefined);
    },
  };
};
