import type { Database } from '../database.ts';

/** One server on a shared database. */
export interface NodeRow {
  readonly node_id: number;
  readonly server_id: string;
  readonly host: string;
  readonly port: number;
  readonly version: string;
  /** When it was seen last, epoch milliseconds by the database's clock. */
  readonly seen_ms: number;
}

/** Epoch milliseconds of the database. */
const now = '(extract(epoch FROM clock_timestamp()) * 1000)::int8';

/** Epoch milliseconds by the database's clock. */
export const findDatabaseTime = async (database: Database): Promise<number> => {
  const [row] = await database.rows<{ now_ms: number }>(`SELECT ${now} AS now_ms`);
  if (row === undefined) throw new Error('Expected the database to tell its time, found nothing.');
  return row.now_ms;
};

/** Takes a node id if nobody has it who was seen within `forgottenMs`. Answers the database's time, or null when somebody has it. */
export const takeNodeId = async (
  database: Database,
  { node_id, server_id, host, port, version }: Omit<NodeRow, 'seen_ms'>,
  forgottenMs: number,
): Promise<number | null> => {
  const [row] = await database.rows<{ seen_ms: number }>(
    `INSERT INTO nodes (node_id, server_id, host, port, version, seen_ms) VALUES (?, ?, ?, ?, ?, ${now})` +
      ' ON CONFLICT (node_id) DO UPDATE SET server_id = excluded.server_id, host = excluded.host, port = excluded.port,' +
      ' version = excluded.version, seen_ms = excluded.seen_ms WHERE nodes.seen_ms < excluded.seen_ms - ?::int8 RETURNING seen_ms',
    [node_id, server_id, host, port, version, forgottenMs],
  );
  return row?.seen_ms ?? null;
};

/** Tells that a node lives. Answers the database's time, or null when it has lost its id to another one. */
export const touchNode = async (database: Database, nodeId: number, serverId: string): Promise<number | null> => {
  const [row] = await database.rows<{ seen_ms: number }>(
    `UPDATE nodes SET seen_ms = ${now} WHERE node_id = ? AND server_id = ? RETURNING seen_ms`,
    [nodeId, serverId],
  );
  return row?.seen_ms ?? null;
};

/** The nodes that were seen within `aliveMs`, by their ids. */
export const findLivingNodes = (database: Database, aliveMs: number): Promise<NodeRow[]> =>
  database.rows<NodeRow>(`SELECT * FROM nodes WHERE seen_ms >= ${now} - ?::int8 ORDER BY node_id`, [aliveMs]);

/** A node that stops says so: nobody has to wait until it is forgotten. */
export const removeNode = async (database: Database, nodeId: number, serverId: string): Promise<void> => {
  await database.rows('DELETE FROM nodes WHERE node_id = ? AND server_id = ?', [nodeId, serverId]);
};
