// @ts-check
// What is built from what: the one table behind `npm run build` and the staleness check of `npm start`.

/**
 * @typedef {object} PackageBuild
 * @property {string} name folder of the package
 * @property {'esbuild' | 'vite'} tool
 * @property {string[]} inputs files and folders, relative to the project, that a change of makes the result stale
 */

const shared = ['pnpm-lock.yaml', 'scripts/build.mjs', 'scripts/lib/packages.mjs'];

/** @type {readonly PackageBuild[]} In the order in which they are built. */
export const packageBuilds = [
  { name: 'engine', tool: 'esbuild', inputs: [...shared, 'engine/src', 'engine/package.json'] },
  { name: 'client', tool: 'esbuild', inputs: [...shared, 'client/src', 'client/package.json'] },
  { name: 'server', tool: 'esbuild', inputs: [...shared, 'server/src', 'server/package.json'] },
  {
    name: 'modeler',
    tool: 'vite',
    inputs: [
      ...shared,
      'modeler/src',
      'modeler/public',
      'modeler/index.html',
      'modeler/vite.config.ts',
      'modeler/tsconfig.json',
      'modeler/package.json',
    ],
  },
];

/**
 * Tests and their helpers never change what is built.
 * @param {string} path
 */
export function isBuildInput(path) {
  return !/\.(test|spec|e2e)\.tsx?$/.test(path) && !path.includes('/__fixtures__/') && !path.endsWith('.md');
}
