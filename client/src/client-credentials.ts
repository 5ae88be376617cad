import type { Authorization } from './authorization.ts';
import { BatonError } from './baton-error.ts';

/** What an OAuth server gives a token for. */
export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
  readonly audience?: string;
}

/** A token is given up so long before its end, milliseconds: a request must not be on its way when it ends. */
const marginMs = 30_000;
/** How long a token is kept whose end the server does not say, milliseconds. */
const unsaidMs = 60_000;
const timeoutMs = 10_000;

const failure = (detail: string, status: number, cause?: unknown): BatonError =>
  new BatonError({ code: 'UNAUTHORIZED', status, detail, operation: 'token' }, { cause });

/** Tokens by the client credentials grant (RFC 6749, 4.4), one at a time, kept until shortly before they end. */
export const clientCredentials = (given: ClientCredentials, nowMs: () => number = Date.now): Authorization => {
  let kept: { readonly token: string; readonly untilMs: number } | null = null;
  let asking: Promise<string> | null = null;

  const ask = async (): Promise<string> => {
    const { tokenUrl, clientId, clientSecret, scope, audience } = given;
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId });
    form.set('client_secret', clientSecret);
    if (scope !== undefined) form.set('scope', scope);
    if (audience !== undefined) form.set('audience', audience);
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: form,
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw failure(`Expected a token from ${tokenUrl}, but it did not answer.`, 0, error);
    });
    const answer = (await response.json().catch(() => ({}))) as {
      access_token?: unknown;
      expires_in?: unknown;
      error_description?: unknown;
      error?: unknown;
    };
    if (!response.ok || typeof answer.access_token !== 'string') {
      const why = [answer.error_description, answer.error].find((each) => typeof each === 'string') ?? 'no token in it';
      throw failure(`Expected a token from ${tokenUrl}, found ${response.status}: ${why}.`, response.status);
    }
    const livesMs = Number(answer.expires_in) * 1_000;
    // Of one that lives shorter than the margin half its life is used.
    const usedMs = Number.isFinite(livesMs) && livesMs > 0 ? Math.max(livesMs - marginMs, livesMs / 2) : unsaidMs;
    kept = { token: answer.access_token, untilMs: nowMs() + usedMs };
    return kept.token;
  };

  return {
    header: async () => {
      if (kept !== null && nowMs() < kept.untilMs) return `Bearer ${kept.token}`;
      // Calls that start together share one token.
      asking ??= ask().finally(() => (asking = null));
      return `Bearer ${await asking}`;
    },
    refused: () => {
      kept = null;
      return true;
    },
  };
};
