import { afterEach, describe, expect, it, vi } from 'vitest';
import { request } from './client';
import { OfflineError, ProblemError } from './problem-error';

/** What the network gives back for every request. */
const answer = (status: number, contentType: string, body: string) =>
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(body, { status, headers: { 'content-type': contentType } })),
  );

afterEach(() => vi.unstubAllGlobals());

describe('request', () => {
  it('should take a 504 of the server itself for an answer', async () => {
    answer(
      504,
      'application/problem+json; charset=utf-8',
      '{"title":"DEADLINE_EXCEEDED","status":504,"detail":"Late."}',
    );
    const error: unknown = await request('/v2/user-tasks/1/completion').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ status: 504, code: 'DEADLINE_EXCEEDED', message: 'Late.' });
  });

  it('should take a 504 of a proxy for a server that is not there', async () => {
    answer(504, 'text/html', '<h1>Gateway Timeout</h1>');
    await expect(request('/v2/topology')).rejects.toBeInstanceOf(OfflineError);
  });
});
