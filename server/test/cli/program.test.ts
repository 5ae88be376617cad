import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';
import { serviceModel } from '../fixture.ts';
import { buildServer } from '../kill/server-process.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

const program = projectFile('server/bin/baton.mjs');

/** The program itself, as the shell runs it. */
describe('the program baton', () => {
  let server: TestServer;
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    await buildServer();
    server = await startTestServer();
    folder = await mkdtemp(join(tmpdir(), 'baton-program-'));
    env = { ...process.env, BATON_ADDRESS: server.address, XDG_CONFIG_HOME: folder };
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [program, ...words], { env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });

  it('should deploy and start, and end by itself', async () => {
    const file = join(folder, 'run.bpmn');
    await writeFile(file, serviceModel('run').content);
    const deployed = await run('deploy', file);
    expect(deployed.err).toBe('');
    expect(deployed.out).toContain('run.bpmn');
    const started = await run('start', 'run', '--json');
    expect(JSON.parse(started.out)).toMatchObject({ processDefinitionId: 'run' });
  });

  it('should end with the code that tells why', async () => {
    const [unknown, wrong] = await Promise.all([run('get', 'instance', '17'), run('nonsense')]);
    expect(unknown.code).toBe(4);
    expect(unknown.err).toContain('error NOT_FOUND: ');
    expect(wrong.code).toBe(2);
  });

  it('should end when it is interrupted', async () => {
    const watching = spawn(process.execPath, [program, 'watch', join(folder, 'run.bpmn')], { env });
    await new Promise<void>((resolve) => {
      watching.stderr.on('data', (chunk: Buffer) => {
        if (String(chunk).includes('Watching')) resolve();
      });
    });
    watching.kill('SIGINT');
    expect(await once(watching, 'exit')).toEqual([0, null]);
  });
});
