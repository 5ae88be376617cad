import { z } from 'zod';
import type { OidcSettings } from './identity/oidc.ts';

const url = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with https:// (or http:// for tests)',
});
const onOff = z.enum(['on', 'off']);

/** Settings of who may reach the server, and how it finds out who they are. */
export const accessSchema = {
  BATON_HOST: z.string().min(1).default('127.0.0.1'),
  BATON_ALLOWED_HOSTS: z.string().optional(),
  BATON_ALLOW_INSECURE: z.string().optional(),
  BATON_AUTH: onOff.optional(),
  BATON_MULTI_TENANCY: onOff.default('off'),
  BATON_BEHIND_PROXY: onOff.default('off'),
  BATON_TLS_CERT: z.string().min(1).optional(),
  BATON_TLS_KEY: z.string().min(1).optional(),
  BATON_OIDC_ISSUER: url.optional(),
  BATON_OIDC_CLIENT_ID: z.string().min(1).optional(),
  BATON_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  BATON_OIDC_AUDIENCE: z.string().min(1).optional(),
  BATON_OIDC_USERNAME_CLAIM: z.string().min(1).default('sub'),
  BATON_OIDC_CLIENT_ID_CLAIM: z.string().min(1).default('client_id'),
  BATON_OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
  BATON_OIDC_SCOPE: z.string().min(1).default('openid profile email'),
};
type AccessSettings = z.output<z.ZodObject<typeof accessSchema>>;

/** Who may reach the server, and how it finds out who they are. */
export interface AccessConfig {
  /** Address to listen on. (Default: 127.0.0.1, this machine only.) */
  readonly host: string;
  /** Host names besides those of the loopback under which the server may be addressed; null accepts any. */
  readonly allowedHosts: readonly string[] | null;
  /** Whether callers have to say who they are. (Default: when others than this machine can reach it.) */
  readonly isAuthOn: boolean;
  /** Whether everybody sees only what belongs to tenants that they are members of. (Default: false.) */
  readonly isMultiTenant: boolean;
  /** Whether it can be reached from other machines although nobody is asked who they are, or what they say can be overheard. */
  readonly isInsecure: boolean;
  /** Whether a proxy with TLS stands before it, which tells whom it speaks for by `X-Forwarded-…` headers. (Default: false.) */
  readonly isBehindProxy: boolean;
  /** Files of the certificate and its key, PEM; null speaks plain HTTP. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  /** The identity provider; null for none. */
  readonly oidc: OidcSettings | null;
}

const loopback = ['127.0.0.1', '::1', 'localhost'];
const override = 'yes-i-know';

/** Reads who may reach the server. Throws a sentence for people when that would not be safe. */
export const readAccess = (settings: AccessSettings): AccessConfig => {
  const { BATON_HOST: host } = settings;
  const isBehindProxy = settings.BATON_BEHIND_PROXY === 'on';
  const isPublic = !loopback.includes(host) || isBehindProxy;
  const isAuthOn = settings.BATON_AUTH === undefined ? isPublic : settings.BATON_AUTH === 'on';
  const tls = readTls(settings);
  const isInsecure = isPublic && !(isAuthOn && (tls !== null || isBehindProxy));
  if (isInsecure && settings.BATON_ALLOW_INSECURE !== override) throw new Error(whyNot(host, isAuthOn));
  // Who overrides without a word about the login had none before there was one.
  const isAsked = isInsecure && settings.BATON_AUTH === undefined ? false : isAuthOn;
  const isMultiTenant = settings.BATON_MULTI_TENANCY === 'on';
  if (isMultiTenant && !isAsked)
    throw new Error(
      'BATON_MULTI_TENANCY=on needs a login: without one nobody is known, and so is nobody’s tenant. Set BATON_AUTH=on, or leave BATON_MULTI_TENANCY out.',
    );
  const names = settings.BATON_ALLOWED_HOSTS?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    host,
    allowedHosts: names ?? (isPublic ? null : []),
    isAuthOn: isAsked,
    isMultiTenant,
    isInsecure,
    isBehindProxy,
    tls,
    oidc: readOidc(settings),
  };
};

const whyNot = (host: string, isAuthOn: boolean): string =>
  isAuthOn
    ? `BATON_HOST=${host} would open Baton to other machines without TLS: passwords and tokens could be read on their way. ` +
      `Set BATON_TLS_CERT and BATON_TLS_KEY, or BATON_BEHIND_PROXY=on where a proxy with TLS stands before it, or BATON_ALLOW_INSECURE=${override} if you accept that.`
    : `BATON_HOST=${host} would open Baton to other machines without a login (BATON_AUTH=off): everybody there could do everything. ` +
      `Leave BATON_AUTH out, or set BATON_ALLOW_INSECURE=${override} if you accept that.`;

const readTls = ({ BATON_TLS_CERT: certFile, BATON_TLS_KEY: keyFile }: AccessSettings): AccessConfig['tls'] => {
  if (certFile !== undefined && keyFile !== undefined) return { certFile, keyFile };
  if (certFile === undefined && keyFile === undefined) return null;
  throw new Error('BATON_TLS_CERT and BATON_TLS_KEY belong together: set both, or none of them.');
};

const readOidc = (settings: AccessSettings): OidcSettings | null => {
  const { BATON_OIDC_ISSUER: issuer, BATON_OIDC_CLIENT_ID: clientId } = settings;
  if (issuer === undefined) return null;
  if (clientId === undefined)
    throw new Error(
      'BATON_OIDC_ISSUER needs BATON_OIDC_CLIENT_ID: what this server is called at the identity provider.',
    );
  return {
    issuer,
    clientId,
    clientSecret: settings.BATON_OIDC_CLIENT_SECRET ?? null,
    audience: settings.BATON_OIDC_AUDIENCE ?? clientId,
    usernameClaim: settings.BATON_OIDC_USERNAME_CLAIM,
    clientIdClaim: settings.BATON_OIDC_CLIENT_ID_CLAIM,
    groupsClaim: settings.BATON_OIDC_GROUPS_CLAIM,
    scope: settings.BATON_OIDC_SCOPE,
  };
};
