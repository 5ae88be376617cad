import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the settings', () => {
  it('should have defaults that are safe', () => {
    expect(readConfig({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: './data',
      databaseUrl: null,
      logLevel: 'info',
      environment: null,
      allowedHosts: [],
      isAuthOn: false,
      isMultiTenant: false,
      isInsecure: false,
      isBehindProxy: false,
      tls: null,
      oidc: null,
      listenerWaitMs: 10_000,
      maxWaiting: 10_000,
      maxDocumentBytes: 10 * 1024 * 1024,
      checkAnswers: false,
      historyTimeToLive: null,
      isClockControlled: false,
      scripts: { isOn: true, limits: { timeoutMs: 100, memoryBytes: 16 * 1024 * 1024 }, patienceMs: 20 },
    });
    expect(readConfig({ PORT: '', BATON_DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('should refuse to open to others without a login, and without TLS, unless that is wanted', () => {
    expect(() => readConfig({ BATON_HOST: '0.0.0.0' })).toThrow(/without TLS.*BATON_ALLOW_INSECURE=yes-i-know/);
    expect(() => readConfig({ BATON_HOST: '0.0.0.0', BATON_ALLOW_INSECURE: 'true' })).toThrow(/without TLS/);
    expect(() => readConfig({ BATON_HOST: '0.0.0.0', BATON_AUTH: 'off' })).toThrow(/without a login/);
    expect(() => readConfig({ BATON_BEHIND_PROXY: 'on', BATON_AUTH: 'off' })).toThrow(/without a login/);
    expect(() => readConfig({ BATON_TLS_CERT: 'cert.pem' })).toThrow(/belong together/);
    expect(readConfig({ BATON_HOST: '0.0.0.0', BATON_ALLOW_INSECURE: 'yes-i-know' })).toMatchObject({
      isInsecure: true,
      isAuthOn: false,
      allowedHosts: null,
    });
    expect(readConfig({ BATON_HOST: '0.0.0.0', BATON_AUTH: 'on', BATON_ALLOW_INSECURE: 'yes-i-know' })).toMatchObject({
      isInsecure: true,
      isAuthOn: true,
    });
  });

  it('should ask everybody who they are as soon as others can reach it', () => {
    const tls = { BATON_TLS_CERT: 'cert.pem', BATON_TLS_KEY: 'key.pem' };
    expect(readConfig({ BATON_HOST: '0.0.0.0', ...tls })).toMatchObject({ isInsecure: false, isAuthOn: true });
    expect(readConfig({ BATON_BEHIND_PROXY: 'on' })).toMatchObject({ isInsecure: false, isAuthOn: true });
    expect(readConfig({ BATON_AUTH: 'on' })).toMatchObject({ isInsecure: false, isAuthOn: true, allowedHosts: [] });
  });

  it('should read the identity provider, and say what is missing of it', () => {
    expect(() => readConfig({ BATON_OIDC_ISSUER: 'https://login.example' })).toThrow(/BATON_OIDC_CLIENT_ID/);
    expect(() => readConfig({ BATON_OIDC_ISSUER: 'file:///etc/passwd' })).toThrow(/BATON_OIDC_ISSUER.*https/);
    expect(readConfig({ BATON_OIDC_ISSUER: 'https://login.example', BATON_OIDC_CLIENT_ID: 'baton' }).oidc).toEqual({
      issuer: 'https://login.example',
      clientId: 'baton',
      clientSecret: null,
      audience: 'baton',
      usernameClaim: 'sub',
      clientIdClaim: 'client_id',
      groupsClaim: 'groups',
      scope: 'openid profile email',
    });
  });

  it('should tell tenants apart only where people are', () => {
    expect(() => readConfig({ BATON_MULTI_TENANCY: 'on' })).toThrow(/needs a login.*BATON_AUTH=on/);
    const loud = { BATON_HOST: '0.0.0.0', BATON_ALLOW_INSECURE: 'yes-i-know' };
    expect(() => readConfig({ ...loud, BATON_MULTI_TENANCY: 'on' })).toThrow(/needs a login/);
    expect(readConfig({ BATON_AUTH: 'on', BATON_MULTI_TENANCY: 'on' }).isMultiTenant).toBe(true);
  });

  it('should name every setting that is wrong', () => {
    expect(() => readConfig({ PORT: '99999', BATON_LOG_LEVEL: 'loud', BATON_DATABASE_URL: 'mysql://x' })).toThrow(
      /PORT.*BATON_DATABASE_URL.*BATON_LOG_LEVEL/,
    );
  });

  it('should take host names as a list', () => {
    expect(readConfig({ BATON_ALLOWED_HOSTS: 'baton.example, other.example ,' }).allowedHosts).toEqual([
      'baton.example',
      'other.example',
    ]);
  });
});
