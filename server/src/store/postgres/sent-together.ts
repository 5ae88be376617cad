import type { Writable } from 'node:stream';
import type { PoolClient } from 'pg';

/** Runs `send`, which hands several statements to a connection, and lets them leave as one piece: each alone would be a call of the system. */
export const sentTogether = <T>(client: PoolClient, send: () => T): T => {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
};
