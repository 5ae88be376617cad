import { expect } from 'vitest';
import type { TestServer } from './test-server.ts';

/** What API tests say again and again, on the server of the moment. */
export const apiWords = (server: () => TestServer) => ({
  /** Starts the newest version and answers the key of the instance. */
  start: async (processDefinitionId: string, variables: object = {}): Promise<string> => {
    const { status, body } = await server().post('/v2/process-instances', { processDefinitionId, variables });
    expect(status, JSON.stringify(body)).toBe(200);
    return body.processInstanceKey;
  },
  /** Fetches jobs as worker `w`, without waiting for any. */
  activate: async (type: string, more: object = {}) =>
    (
      await server().post('/v2/jobs/activation', {
        type,
        timeout: 60_000,
        maxJobsToActivate: 10,
        worker: 'w',
        requestTimeout: -1,
        ...more,
      })
    ).body.jobs,
  instance: async (key: string) => (await server().get(`/v2/process-instances/${key}`)).body,
});
