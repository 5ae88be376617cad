import { Agent, request } from 'node:http';

export interface HttpClient {
  /** Sends JSON text and reads the answer to its end; anything but 2xx is an error. */
  post(path: string, body: string): Promise<string>;
  close(): void;
}

/** A client that costs little itself: connections are kept, bodies are made once. */
export const createHttpClient = (address: string, connections: number): HttpClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
        const sent = request(address + path, { method: 'POST', agent, headers }, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(parts).toString();
            const status = response.statusCode ?? 0;
            if (status >= 200 && status < 300) resolve(text);
            else reject(new Error(`Expected ${path} to succeed, found ${status}: ${text}`));
          });
        });
        sent.on('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
};
