import { defineConfig } from 'vitest/config';

/**
 * Browser tests: a real server that was built, a real Chromium, playwright-core as the hand on the mouse.
 * Two files at a time, each with a server and a browser of its own: a person's steps are mostly waits, so two share two processors well.
 */
export default defineConfig({
  test: {
    name: 'browser',
    globals: false,
    environment: 'node',
    // What is measured needs the machine for itself: `npm run measure:browser`.
    include: [process.env['BATON_MEASURE'] === undefined ? 'modeler/e2e/**/*.e2e.ts' : 'modeler/e2e/**/*.measure.ts'],
    globalSetup: ['modeler/e2e/harness/find-browser.ts'],
    maxWorkers: 2,
    // As long as the browser itself waits for what it is told to find.
    expect: { poll: { timeout: 15_000 } },
    // Generous, because some tests go through all pages, and a slow machine is no failure.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
  },
});
