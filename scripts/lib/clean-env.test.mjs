// @ts-check
import { describe, expect, it } from 'vitest';
import { withoutNpmVariables } from './clean-env.mjs';

describe('the environment for pnpm', () => {
  it('should lose what an enclosing npm set', () => {
    expect(
      withoutNpmVariables({
        npm_package_json: '/x/package.json',
        npm_lifecycle_event: 'start',
        npm_config_user_agent: 'npm/11',
        npm_config_node_gyp: '/x',
        npm_execpath: '/x',
        npm_command: 'run-script',
        INIT_CWD: '/x',
        PATH: '/bin',
      }),
    ).toEqual({ PATH: '/bin' });
  });

  it('should keep registry and proxy settings of the person', () => {
    const env = {
      npm_config_registry: 'https://registry.example',
      NPM_CONFIG_HTTPS_PROXY: 'http://proxy.example',
      PORT: '1',
    };
    expect(withoutNpmVariables(env)).toEqual(env);
  });
});
