import { request as httpRequest } from 'node:http';

/** A worker's poll over a socket of its own, which can be hung up like that of a worker that was stopped. */
export const openPoll = (
  address: string,
  body: object,
): { readonly hangUp: () => void; readonly answered: Promise<{ jobs: { jobKey: string }[] } | null> } => {
  const { hostname, port } = new URL(address);
  let hangUp: () => void = () => undefined;
  const answered = new Promise<{ jobs: { jobKey: string }[] } | null>((resolve) => {
    const request = httpRequest(
      {
        hostname,
        port,
        path: '/v2/jobs/activation',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        agent: false,
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(JSON.parse(text) as { jobs: { jobKey: string }[] }));
      },
    );
    request.on('error', () => resolve(null));
    request.end(JSON.stringify({ timeout: 60_000, maxJobsToActivate: 10, worker: 'w', ...body }));
    hangUp = () => void request.destroy();
  });
  return { hangUp: () => hangUp(), answered };
};

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
