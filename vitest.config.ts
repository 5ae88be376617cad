import { defineConfig } from 'vitest/config';

/** Milliseconds for one test: generous, because several projects share the processors and a slow machine is no failure. */
const testTimeout = 30_000;

/**
 * Unit, scenario and store contract tests, one project per package. Run one package by `vitest run --project engine`.
 * Only the server's project starts a PostgreSQL.
 */
export default defineConfig({
  test: {
    globals: false,
    passWithNoTests: true,
    // Vitest leaves one processor free by default; many tests wait for databases and other programs.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'engine',
          testTimeout,
          environment: 'node',
          // The engine is pure: files can share what they import, which would else be loaded anew for each of them.
          isolate: false,
          include: ['engine/{src,test}/**/*.test.ts', 'fixtures/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          environment: 'node',
          // Importing the server anew for each of its files took a third of all the time; state of modules is that of one process, as in production.
          isolate: false,
          include: ['server/{src,test}/**/*.test.ts'],
          globalSetup: ['server/test/postgres-server.ts'],
          testTimeout,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'client',
          testTimeout,
          isolate: false,
          environment: 'node',
          include: ['client/src/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'modeler',
          testTimeout,
          isolate: false,
          environment: 'node',
          include: ['modeler/src/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'scripts',
          environment: 'node',
          include: ['scripts/**/*.test.mjs'],
          testTimeout,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
