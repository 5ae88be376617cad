// @ts-check
// Finds a Chromium for the browser tests, or gets one: `node scripts/find-chromium.mjs` prints its path.
//
// Order: the variable BATON_CHROMIUM, Playwright's own, one that the system has, then a download by Playwright, then the system's packages.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from './lib/project.mjs';

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Chromium or Chrome where systems usually put it; the first that exists. */
export function findSystemChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chrome.exe'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const mac = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
    join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
  ]);
  const windows = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  const linux = ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
  return [...onPath, ...mac, ...windows, ...linux].find(isProgram) ?? null;
}

/** The browser that `playwright-core install chromium` put on this machine, if it did. */
async function findPlaywrightChromium() {
  const { chromium } = await import('playwright-core');
  try {
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    // Playwright knows no browser for this platform.
    return null;
  }
}

/** @returns {Promise<string | null>} */
async function installByPlaywright() {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { cwd: projectFolder, stdio: 'ignore', timeout: 300_000 });
  return findPlaywrightChromium();
}

/** @returns {string | null} */
function installByApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} args */
  const apt = (args) => spawnSync('/usr/bin/apt-get', args, { stdio: 'ignore', env, timeout: 600_000 });
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', 'chromium']);
  return findSystemChromium();
}

/**
 * Path of a Chromium that can be started.
 * @param {{ say?: (line: string) => void, mayInstall?: boolean }} [options] `mayInstall` (Default: true) allows downloads
 * @throws when none is found and none could be had; the message says what to install
 */
export async function findChromium(options = {}) {
  const wanted = process.env['BATON_CHROMIUM'];
  if (wanted !== undefined && wanted !== '') {
    if (isProgram(wanted)) return wanted;
    throw new Error(`BATON_CHROMIUM should name a Chromium program, but ${wanted} is not one. Correct it or unset it.`);
  }
  const present = (await findPlaywrightChromium()) ?? findSystemChromium();
  if (present !== null) return present;
  if (options.mayInstall ?? true) {
    options.say?.('  no Chromium found, trying to install one …');
    const installed = (await installByPlaywright()) ?? installByApt();
    if (installed !== null) return installed;
  }
  throw new Error(
    'The browser tests need a Chromium and none was found or could be installed. Install Chromium or Google Chrome ' +
      '(Debian: apt-get install chromium; macOS: brew install --cask chromium; any: npx playwright-core install chromium) ' +
      'or set BATON_CHROMIUM to the program.',
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stdout.write(`${await findChromium({ say: (line) => process.stderr.write(`${line}\n`) })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
