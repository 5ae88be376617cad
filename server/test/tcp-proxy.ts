import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy before PostgreSQL that can break connections at the worst moment. */
export interface TcpProxy {
  readonly port: number;
  /** Resolves when one answer to a COMMIT was held back and its connection cut: the database has committed, and nobody was told. */
  cutNextCommit(): Promise<void>;
  /**
   * Resolves when a COMMIT was held back while everything before it has passed: the transaction is open and holds its locks. The answer lets go what
   * was held.
   */
  holdNextCommit(): Promise<() => void>;
  close(): Promise<void>;
}

/** What PostgreSQL's protocol has for "run the statement that was prepared as commit": in a Bind message, after the empty name of the portal. */
const bindCommit = Buffer.from('\0commit\0', 'latin1');
/** Where that message begins before it: its type and its length. */
const messageHead = 5;
/** Its answer when that is done: type, length with itself, command, a zero byte. */
const committed = Buffer.from('C\0\0\0\x0bCOMMIT\0', 'latin1');

/** Listens on a free port and passes everything on to a PostgreSQL. */
export const startTcpProxy = async (target: { readonly host: string; readonly port: number }): Promise<TcpProxy> => {
  let armed: (() => void) | null = null;
  let holding: ((letGo: () => void) => void) | null = null;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    // A connection that breaks is what this is for.
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    const database = keep(connect(target));
    keep(client);
    let cut: (() => void) | null = null;
    let held: Buffer[] | null = null;
    const hold = (chunk: Buffer): void => {
      const at = chunk.indexOf(bindCommit) - messageHead;
      database.write(chunk.subarray(0, at));
      held = [chunk.subarray(at)];
      holding?.(() => {
        for (const piece of held ?? []) database.write(piece);
        held = null;
      });
      holding = null;
    };
    client.on('data', (chunk: Buffer) => {
      if (held !== null) return void held.push(chunk);
      if (holding !== null && chunk.includes(bindCommit)) return hold(chunk);
      if (armed !== null && chunk.includes(bindCommit)) {
        cut = armed;
        armed = null;
      }
      database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => {
      // What comes before it may pass: the statements of a transaction go out together.
      if (cut === null || !chunk.includes(committed)) return void client.write(chunk);
      client.destroy();
      database.destroy();
      cut();
      cut = null;
    });
    client.on('close', () => database.destroy());
    database.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cutNextCommit: () => new Promise<void>((resolve) => (armed = resolve)),
    holdNextCommit: () => new Promise((resolve) => (holding = resolve)),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
