import { connect } from 'node:net';

/** How long a server may take to say anything at all, milliseconds. */
const silenceMs = 10_000;

/** Sends bytes as they are and answers what came back until the server hung up, or said nothing more for so many milliseconds. */
export const rawExchange = (address: string, bytes: string | Buffer, quietMs = 300): Promise<string> =>
  new Promise((resolve) => {
    const { port } = new URL(address);
    const socket = connect(Number(port), '127.0.0.1');
    let heard = '';
    const done = (): void => {
      socket.destroy();
      resolve(heard);
    };
    socket.setTimeout(silenceMs, done);
    socket.on('data', (part) => {
      heard += part.toString();
      socket.setTimeout(quietMs);
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.write(bytes);
  });

/** The status lines in what came back: one for each request that the server saw. */
export const statusesIn = (heard: string): readonly number[] =>
  [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
