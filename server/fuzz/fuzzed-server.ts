import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** What is sent. */
export interface Sent {
  readonly method: string;
  /** With its query, as it goes over the wire. */
  readonly path: string;
  readonly body?: string | undefined;
  /** (Default: application/json.) */
  readonly contentType?: string;
}

/** What came back, and what is wrong with it. */
export interface Heard {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
  /** A sentence; null where the answer is one that a server may give. */
  readonly problem: string | null;
}

/** A server that is fed with inputs one after the other. */
export interface FuzzedServer {
  send(sent: Sent): Promise<Heard>;
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  close(): void;
}

/** No answer may need more, milliseconds of processor time; as much again for each megabyte that was sent, which is work beside the other requests. */
const maxCpuMs = 1_000;
/** Nor may any take longer, whatever else the machine does meanwhile, milliseconds. */
const maxWallMs = 15_000;

/** Processor time that a process has used, milliseconds; null where the system does not tell. Ticks are hundredths of a second. */
const cpuOfProcess = (pid: number): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
};

/** Speaks to the server at an address. `pid` is the process that it runs in. */
export const fuzzedServer = (address: string, pid: number): FuzzedServer => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const { hostname, port } = new URL(address);
  const statuses = new Map<number, number>();

  const exchange = ({ method, path, body, contentType = 'application/json' }: Sent): Promise<Omit<Heard, 'problem'>> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const headers =
        body === undefined ? {} : { 'content-type': contentType, 'content-length': Buffer.byteLength(body) };
      const sent = request({ hostname, port, method, path, headers, agent, timeout: maxWallMs }, (response) => {
        const parts: Buffer[] = [];
        const done = (): void =>
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            ms: performance.now() - began,
          });
        // A stream of events has no end; its beginning is enough.
        if (response.headers['content-type']?.startsWith('text/event-stream') === true) {
          response.destroy();
          return done();
        }
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', done);
      });
      sent.on('timeout', () => sent.destroy(new Error(`no answer within ${maxWallMs} ms`)));
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    send: async (sent) => {
      const before = cpuOfProcess(pid);
      try {
        const heard = await exchange(sent);
        statuses.set(heard.status, (statuses.get(heard.status) ?? 0) + 1);
        const after = cpuOfProcess(pid);
        const usedMs = before === null || after === null ? heard.ms : after - before;
        return { ...heard, problem: problemOf(sent, heard, usedMs) };
      } catch (error) {
        const { message } = error as Error;
        return { status: 0, text: '', ms: 0, problem: `Expected an answer, found none: ${message}.` };
      }
    },
    statuses,
    close: () => agent.destroy(),
  };
};

const problemOf = (
  { path, body = '' }: Sent,
  { status, text, ms }: Omit<Heard, 'problem'>,
  usedMs: number,
): string | null => {
  const isRefusal = status >= 400;
  if (status >= 500 && status !== 503 && status !== 504)
    return `Expected an answer or a refusal, found ${status}: ${text.slice(0, 500)}`;
  if (isRefusal && /^\/(v2|ext)\//.test(path) && !isProblem(text, status))
    return `Expected a problem with status ${status}, found: ${text.slice(0, 500)}`;
  const limitMs = maxCpuMs * (1 + body.length / 1_000_000);
  if (ms > limitMs && usedMs > limitMs)
    return `Expected an answer within ${Math.round(limitMs)} ms of work, found ${Math.round(usedMs)} ms (${Math.round(ms)} ms on the clock).`;
  return null;
};

const isProblem = (text: string, status: number): boolean => {
  try {
    const body = JSON.parse(text) as Record<string, unknown>;
    return body['status'] === status && typeof body['detail'] === 'string' && !/\bat .*\.(ts|js):\d/.test(text);
  } catch {
    return false;
  }
};
