import type { IncomingMessage } from 'node:http';
import type { RequestSource } from '../identity/request-source.ts';
import { Refusal } from '../runtime/refusal.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * Keeps web pages of others away from a server on this machine: the Host header must name the server (else somebody's domain was pointed
 * here), and what changes something must come from our own pages or from no page at all. `allowedHosts` are names besides those of the loopback, null for
 * any. Throws FORBIDDEN.
 */
export const requestGuards = (
  allowedHosts: readonly string[] | null,
  { hostOf }: Pick<RequestSource, 'hostOf'>,
): ((request: Pick<IncomingMessage, 'headers' | 'method'>) => void) => {
  const allowed = allowedHosts === null ? null : new Set([...loopback, ...allowedHosts.map(nameOf)]);
  return (request) => {
    const { headers, method = 'GET' } = request;
    const host = hostOf(request);
    if (allowed?.has(nameOf(host)) === false) {
      throw new Refusal(
        'FORBIDDEN',
        `Expected a known Host header, found '${host}'. Add the name to BATON_ALLOWED_HOSTS if it is yours.`,
      );
    }
    const { origin } = headers;
    if (!safeMethods.has(method) && origin !== undefined && !isSameHost(origin, host))
      throw new Refusal('FORBIDDEN', `Expected a request from this server's own pages, found one from '${origin}'.`);
  };
};

const isSameHost = (origin: string, host: string): boolean => {
  try {
    return new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
};
