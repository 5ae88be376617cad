import type { IncomingMessage } from 'node:http';
import { Refusal } from '../runtime/refusal.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

export interface GuardOptions {
  /** Host names besides those of the loopback under which the server may be addressed; null accepts any. */
  readonly allowedHosts: readonly string[] | null;
  /** Whether a proxy before the server tells under which name it was addressed. */
  readonly isBehindProxy: boolean;
}

/**
 * Keeps web pages of others away from a server on this machine: the Host header must name the server (else somebody's domain was pointed
 * here), and what changes something must come from our own pages or from no page at all. Throws FORBIDDEN.
 */
export const requestGuards = ({
  allowedHosts,
  isBehindProxy,
}: GuardOptions): ((request: Pick<IncomingMessage, 'headers' | 'method'>) => void) => {
  const allowed = allowedHosts === null ? null : new Set([...loopback, ...allowedHosts.map(nameOf)]);
  return ({ headers, method = 'GET' }) => {
    const forwarded = isBehindProxy ? headers['x-forwarded-host'] : undefined;
    const host = (typeof forwarded === 'string' ? forwarded : headers.host) ?? '';
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
