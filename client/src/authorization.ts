import { clientCredentials } from './client-credentials.ts';
import type { ClientCredentials } from './client-credentials.ts';

/** How the client says who it is. */
export type Auth =
  | { readonly type: 'none' }
  | { readonly type: 'basic'; readonly username: string; readonly password: string }
  /** A token, or what hands one out when it is asked. */
  | { readonly type: 'bearer'; readonly token: string | (() => string | Promise<string>) }
  | ({ readonly type: 'client-credentials' } & ClientCredentials);

/** Hands out the `authorization` header. */
export interface Authorization {
  /** Null for none. */
  header(): Promise<string | null>;
  /** The server did not accept the last one: true when another one may be had. */
  refused(): boolean;
}

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));

export const createAuthorization = (auth: Auth): Authorization => {
  switch (auth.type) {
    case 'none':
      return { header: () => Promise.resolve(null), refused: () => false };
    case 'basic': {
      const header = `Basic ${base64(`${auth.username}:${auth.password}`)}`;
      return { header: () => Promise.resolve(header), refused: () => false };
    }
    case 'bearer': {
      const { token } = auth;
      return {
        header: async () => `Bearer ${typeof token === 'string' ? token : await token()}`,
        // What hands out tokens may have a newer one.
        refused: () => typeof token === 'function',
      };
    }
    case 'client-credentials':
      return clientCredentials(auth);
  }
};
