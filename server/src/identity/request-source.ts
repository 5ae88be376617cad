import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

/** What a request says of where it comes from and whom it was sent to. */
export interface RequestSource {
  /** The address that a request comes from, as far as it can be known. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** The name and port under which the server was addressed; empty where nothing was said. */
  readonly hostOf: (request: Pick<IncomingMessage, 'headers'>) => string;
  /** Scheme, name and port under which the server was addressed: `https://baton.example.com`. */
  readonly originOf: (request: IncomingMessage) => string;
}

/**
 * Reads the `X-Forwarded-…` headers where a proxy is known to stand before the server (`BATON_BEHIND_PROXY`), and nowhere else: without one, whoever
 * sends a request could say anything. Of several values the last is what our own proxy saw; those before it are what others say.
 */
export const createRequestSource = (isBehindProxy: boolean): RequestSource => {
  const forwarded = ({ headers }: Pick<IncomingMessage, 'headers'>, name: string): string | undefined => {
    if (!isBehindProxy) return undefined;
    const last = [headers[name]].flat().join(',').split(',').at(-1)?.trim();
    return last === '' ? undefined : last;
  };
  const hostOf: RequestSource['hostOf'] = (request) =>
    forwarded(request, 'x-forwarded-host') ?? request.headers.host ?? '';
  return {
    addressOf: (request) => forwarded(request, 'x-forwarded-for') ?? request.socket.remoteAddress ?? 'unknown',
    hostOf,
    originOf: (request) => {
      const own = (request.socket as Partial<TLSSocket>).encrypted === true ? 'https' : 'http';
      const scheme = forwarded(request, 'x-forwarded-proto') ?? own;
      return `${scheme === 'https' ? 'https' : 'http'}://${hostOf(request) || 'localhost'}`;
    },
  };
};
