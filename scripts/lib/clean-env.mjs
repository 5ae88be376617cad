// @ts-check
// npm hands its own settings to the scripts that it runs. pnpm takes them for its settings and warns about those it does not know.

/** What npm sets by itself for every script; anything else with the prefix was asked for by the person. */
const setByNpm = new Set([
  'allow_scripts',
  'cache',
  'global_prefix',
  'globalconfig',
  'init_module',
  'local_prefix',
  'node_gyp',
  'noproxy',
  'npm_version',
  'prefix',
  'user_agent',
  'userconfig',
]);

/**
 * A copy of the environment without what an enclosing npm or npx put there. Registry, proxy and other settings of the person stay.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutNpmVariables(env) {
  /** @type {NodeJS.ProcessEnv} */
  const kept = {};
  for (const [name, value] of Object.entries(env)) {
    const lower = name.toLowerCase();
    if (/^npm_(package|lifecycle|command|execpath|node_execpath)/.test(lower)) continue;
    if (lower.startsWith('npm_config_') && setByNpm.has(lower.slice('npm_config_'.length))) continue;
    if (name === 'INIT_CWD' || name === 'NODE_ENV') continue;
    kept[name] = value;
  }
  return kept;
}
