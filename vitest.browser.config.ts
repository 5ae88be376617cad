import { defineConfig } from 'vitest/config';

/**
 * Browser tests: a real server that was built, a real Chromium, playwright-core as the hand on the mouse.
 * Files run one after the other; each starts its own server and page, and two browsers at once make small machines time out.
 */
export default defineConfig({
  test: {
    name: 'browser',
    globals: false,
    environment: 'node',
    include: ['modeler/e2e/**/*.e2e.ts'],
    globalSetup: ['modeler/e2e/harness/find-browser.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: true,
  },
});
