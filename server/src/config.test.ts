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
      isInsecure: false,
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

  it('should refuse to open an unprotected server to others unless that is wanted', () => {
    expect(() => readConfig({ BATON_HOST: '0.0.0.0' })).toThrow(/BATON_ALLOW_INSECURE=yes-i-know/);
    expect(() => readConfig({ BATON_HOST: '0.0.0.0', BATON_ALLOW_INSECURE: 'true' })).toThrow(/no login/);
    expect(readConfig({ BATON_HOST: '0.0.0.0', BATON_ALLOW_INSECURE: 'yes-i-know' })).toMatchObject({
      isInsecure: true,
      allowedHosts: null,
    });
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
