import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { startBaton, type BatonServer } from './baton-server';
import './find-browser';

export interface PageOptions {
  /** (Default: 1440 by 900) */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** What the browser asks for, as `de-AT`. (Default: `en-US`) */
  readonly locale?: string;
  /** Console errors that this test provokes on purpose. */
  readonly expectedErrors?: RegExp;
  /** Takes the content security policy away, so that what it would stop is seen. (Default: false.) */
  readonly bypassCsp?: boolean;
}

/** What the tests of one file share: one server, one browser. */
export interface Baton {
  readonly server: BatonServer;
  /** Opens a page with storage of its own. Errors in its console, and requests to other hosts, fail the test. */
  readonly open: (path: string, options?: PageOptions) => Promise<Page>;
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a server (with these settings) and a browser for the tests of this file, and takes both down after them. */
export function useBaton(settings: Readonly<Record<string, string>> = {}): Baton {
  let browser: Browser | undefined;
  let server: BatonServer | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startBaton(settings);
    browser = await chromium.launch({ executablePath: inject('chromium'), args: flags });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0), 'the console and the network of the pages should be quiet').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  return {
    get server() {
      if (server === undefined) throw new Error('The server is there once the tests run, not before.');
      return server;
    },
    async open(path, options = {}) {
      if (browser === undefined || server === undefined) throw new Error('Pages can be opened once the tests run.');
      const { url } = server;
      const context = await browser.newContext({
        baseURL: url,
        viewport: options.viewport ?? { width: 1440, height: 900 },
        colorScheme: options.colorScheme ?? 'light',
        locale: options.locale ?? 'en-US',
        acceptDownloads: true,
        bypassCSP: options.bypassCsp ?? false,
      });
      contexts.push(context);
      const page = await context.newPage();
      const complain = (text: string) => {
        if (options.expectedErrors?.test(text) !== true) complaints.push(text);
      };
      page.on('console', (message) => {
        if (message.type() === 'error') complain(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => complain(`page: ${error.message}`));
      page.on('request', (request) => {
        const target = request.url();
        if (!target.startsWith(url) && !/^(data|blob):/.test(target)) complain(`network: ${target}`);
      });
      page.setDefaultTimeout(15_000);
      await page.goto(path);
      return page;
    },
  };
}
