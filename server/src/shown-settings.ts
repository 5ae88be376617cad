import type { Config } from './config.ts';

/** A setting as it is shown to administrators. */
export interface ShownSetting {
  /** The variable of the environment that it comes from. */
  readonly name: string;
  /** What is in effect, in words; null where nothing is set. Never a secret. */
  readonly value: string | null;
}

const onOff = (isOn: boolean): string => (isOn ? 'on' : 'off');
const megabyte = 1024 * 1024;

/** Where a database is, without who signs in there. */
const withoutCredentials = (url: string): string => {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'set';
  }
};

/** The settings in effect, in the order of the README. Of what is secret only whether it is there. */
export const shownSettings = (config: Config): readonly ShownSetting[] => {
  const { tls, oidc, scripts, databaseUrl } = config;
  const shown: Readonly<Record<string, string | number | null>> = {
    PORT: config.port,
    BATON_HOST: config.host,
    BATON_ALLOWED_HOSTS: config.allowedHosts?.join(', ') ?? 'any',
    BATON_ALLOW_INSECURE: onOff(config.isInsecure),
    BATON_AUTH: onOff(config.isAuthOn),
    BATON_MULTI_TENANCY: onOff(config.isMultiTenant),
    BATON_BEHIND_PROXY: onOff(config.isBehindProxy),
    BATON_TLS_CERT: tls?.certFile ?? null,
    BATON_TLS_KEY: tls === null ? null : 'set',
    BATON_OIDC_ISSUER: oidc?.issuer ?? null,
    BATON_OIDC_CLIENT_ID: oidc?.clientId ?? null,
    BATON_OIDC_CLIENT_SECRET: oidc?.clientSecret == null ? null : 'set',
    BATON_OIDC_AUDIENCE: oidc?.audience ?? null,
    BATON_OIDC_USERNAME_CLAIM: oidc?.usernameClaim ?? null,
    BATON_OIDC_CLIENT_ID_CLAIM: oidc?.clientIdClaim ?? null,
    BATON_OIDC_GROUPS_CLAIM: oidc?.groupsClaim ?? null,
    BATON_OIDC_SCOPE: oidc?.scope ?? null,
    BATON_DATA: databaseUrl === null ? config.dataFolder : null,
    BATON_DATABASE_URL: databaseUrl === null ? null : withoutCredentials(databaseUrl),
    BATON_ENVIRONMENT: config.environment,
    BATON_LOG_LEVEL: config.logLevel,
    BATON_HISTORY_TTL: config.historyTimeToLive,
    BATON_SCRIPTS: onOff(scripts.isOn),
    BATON_SCRIPT_TIMEOUT_MS: scripts.limits.timeoutMs,
    BATON_SCRIPT_MEMORY_MB: scripts.limits.memoryBytes / megabyte,
    BATON_LISTENER_WAIT_MS: config.listenerWaitMs,
    BATON_MAX_WAITING: config.maxWaiting,
    BATON_DOCUMENT_MAX_MB: config.maxDocumentBytes / megabyte,
    BATON_CONTROLLED_CLOCK: onOff(config.isClockControlled),
  };
  return Object.entries(shown).map(([name, value]) => ({
    name,
    value: value === null || value === '' ? null : String(value),
  }));
};
