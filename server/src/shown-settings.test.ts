import { expect, it } from 'vitest';
import { readConfig, settingNames } from './config.ts';
import { shownSettings } from './shown-settings.ts';

const secrets = { url: 'p4ss-of-database', oidc: 's3cret-of-client' };
const config = readConfig({
  BATON_DATABASE_URL: `postgres://baton:${secrets.url}@db.example:5432/flows?sslpassword=${secrets.url}`,
  BATON_OIDC_ISSUER: 'https://login.example',
  BATON_OIDC_CLIENT_ID: 'baton',
  BATON_OIDC_CLIENT_SECRET: secrets.oidc,
  BATON_HISTORY_TTL: 'P180D',
  BATON_DOCUMENT_MAX_MB: '25',
});

it('should show every setting there is', () => {
  expect(
    shownSettings(config)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...settingNames].sort());
});

it('should show what is in effect, and of secrets only whether they are there', () => {
  const shown = shownSettings(config);
  const of = (name: string) => shown.find((each) => each.name === name)?.value;
  expect(of('BATON_DATABASE_URL')).toBe('postgres://db.example:5432/flows');
  expect(of('BATON_OIDC_CLIENT_SECRET')).toBe('set');
  expect(of('BATON_HISTORY_TTL')).toBe('P180D');
  expect(of('BATON_DOCUMENT_MAX_MB')).toBe('25');
  expect(of('PORT')).toBe('8080');
  expect(of('BATON_TLS_KEY')).toBeNull();
  for (const secret of Object.values(secrets)) expect(JSON.stringify(shown)).not.toContain(secret);
});
