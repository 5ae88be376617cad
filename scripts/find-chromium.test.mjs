// @ts-check
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium, findSystemChromium } from './find-chromium.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-chromium-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string} name */
function program(name) {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe('finding a Chromium', () => {
  it('should take the one that BATON_CHROMIUM names', async () => {
    const path = program('my-browser');
    vi.stubEnv('BATON_CHROMIUM', path);
    expect(await findChromium({ mayInstall: false })).toBe(path);
  });

  it('should say so when BATON_CHROMIUM names none', async () => {
    vi.stubEnv('BATON_CHROMIUM', join(folder, 'missing'));
    await expect(findChromium({ mayInstall: false })).rejects.toThrow(/BATON_CHROMIUM should name a Chromium program/);
  });

  it('should find one on the PATH before the usual places', () => {
    const path = program('google-chrome');
    vi.stubEnv('PATH', folder);
    expect(findSystemChromium()).toBe(path);
  });
});
