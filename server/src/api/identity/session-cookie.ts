import { cookieName } from '../../identity/credentials.ts';

/** The `Set-Cookie` of a session: out of reach of scripts, and not sent along with what other pages post. */
export const sessionCookie = (secret: string, maxAgeMs: number, isSecure: boolean): string =>
  `${cookieName(isSecure)}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${Math.floor(maxAgeMs / 1_000)}${isSecure ? '; Secure' : ''}`;

/** Makes the browser forget it. */
export const noSessionCookie = (isSecure: boolean): string => sessionCookie('', 0, isSecure);
