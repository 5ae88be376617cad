import type { IncomingHttpHeaders } from 'node:http';

/** What a request brings to prove who sends it. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'cookie'; readonly secret: string }
  | { readonly kind: 'unknown'; readonly scheme: string };

/** The cookie of the web app's session; over TLS with the prefix that binds it to this host. */
export const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-baton-session' : 'baton-session');

/** Reads the credentials of a request: its `authorization` header, else its session cookie. An empty header is none, as some clients send it. */
export const readCredentials = (headers: IncomingHttpHeaders, isSecure: boolean): Credentials => {
  const header = headers.authorization?.trim() ?? '';
  if (header !== '') {
    const at = header.indexOf(' ');
    const scheme = (at < 0 ? header : header.slice(0, at)).toLowerCase();
    const rest = at < 0 ? '' : header.slice(at + 1).trim();
    if (scheme === 'bearer') return { kind: 'bearer', token: rest };
    if (scheme !== 'basic') return { kind: 'unknown', scheme };
    const text = Buffer.from(rest, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    return colon < 0
      ? { kind: 'unknown', scheme }
      : { kind: 'basic', username: text.slice(0, colon), password: text.slice(colon + 1) };
  }
  const secret = readCookie(headers.cookie, cookieName(isSecure));
  return secret === null ? { kind: 'none' } : { kind: 'cookie', secret };
};

const readCookie = (header: string | undefined, name: string): string | null => {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
};
