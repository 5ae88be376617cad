import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Key } from '@baton/engine';
import { end, javascriptTask, model, start, userTask } from '@baton/fixtures/build-model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../src/project-file.ts';
import { ownedTask } from '../src/runtime/instance-commands.ts';
import { createScripts, defaultScriptSettings } from '../src/runtime/scripts/scripts.ts';
import { createTestStore, openTestRuntime } from './test-runtime.ts';
import type { TestRuntime } from './test-runtime.ts';

const sandbox = pathToFileURL(projectFile('server/sandbox/script-worker.mjs')).href;
const limits = { ...defaultScriptSettings.limits, timeoutMs: 10_000 };
const patienceMs = 30_000;

describe('a thread for scripts that does not start', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-thread-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const incidentsOf = (runtime: TestRuntime) =>
    runtime.database.rows<{ key: Key; element_instance_key: Key; state: string; type: string; message: string }>(
      'SELECT * FROM incidents ORDER BY key',
      [],
    );

  it('should be an incident that goes away when it is resolved after the repair', async () => {
    const threadFile = join(folder, 'missing.mjs');
    const store = await createTestStore('sqlite');
    const content = Buffer.from(
      model(
        'p',
        [start('s'), javascriptTask('script', '6 * 7', 'r'), userTask('u'), end('e')],
        ['s > script', 'script > u', 'u > e'],
      ),
    );
    const whole = await openTestRuntime(store, undefined, { scripts: { isOn: true, limits, patienceMs } });
    await whole.deploy({ name: 'p.bpmn', content });
    await whole.close();
    const runtime = await openTestRuntime(store, undefined, {
      scripts: { isOn: true, limits, patienceMs, threadFile },
    });
    try {
      await runtime.start('p');
      const [incident] = await incidentsOf(runtime);
      expect(incident).toMatchObject({
        state: 'ACTIVE',
        type: 'EXTRACT_VALUE_ERROR',
        message: expect.stringMatching(
          /found that the thread for scripts did not start \(\w+\)\. The script itself is not to blame.*resolve the incident/,
        ),
      });
      expect(incident?.message).not.toContain(folder);

      const resolve = (key: Key) =>
        runtime.pipeline.submit(
          ownedTask('RESOLVE', 'incidents', key, null, (elementInstanceKey) => ({
            type: 'resolve-incident',
            elementInstanceKey,
            incidentKey: key,
          })),
        );
      await resolve(incident?.key as Key);
      expect((await incidentsOf(runtime)).map(({ state }) => state)).toEqual(['RESOLVED', 'ACTIVE']);

      await writeFile(threadFile, `import '${sandbox}';`);
      await resolve((await incidentsOf(runtime))[1]?.key as Key);
      expect((await incidentsOf(runtime)).map(({ state }) => state)).toEqual(['RESOLVED', 'RESOLVED']);
      expect(await runtime.database.rows("SELECT value FROM variables WHERE name = 'r'", [])).toEqual([
        { value: '42' },
      ]);
    } finally {
      await runtime.close();
      await store.drop();
    }
  });

  it.each([
    ['ends at once', 'process.exit(0);'],
    ['throws', 'throw new Error("no");'],
    ['runs out of memory', 'throw Object.assign(new Error("full"), { code: "ERR_WORKER_OUT_OF_MEMORY" });'],
  ])('should be said, not thrown, of a thread that %s', async (what, code) => {
    const threadFile = join(folder, `${what.replaceAll(' ', '-')}.mjs`);
    await writeFile(threadFile, code);
    const scripts = createScripts({ isOn: true, limits, patienceMs, threadFile });
    const error = expect.stringContaining('the thread for scripts did not start') as string;
    expect(await scripts.run('1', {}, 0)).toEqual({ ok: false, error });
    expect(await scripts.check('1')).toEqual({ ok: false, error });
    await writeFile(threadFile, `import '${sandbox}';`);
    expect(await scripts.run('1', {}, 0)).toEqual({ ok: true, value: 1 });
    await scripts.close();
  });
});

describe('the time zone of scripts', () => {
  it.each(['Asia/Tokyo', 'America/New_York'])('should be UTC where the server stands in %s', async (zone) => {
    const source =
      '[new Date(0).getHours(), new Date(2030, 6, 1, 12).toISOString(), new Date(0).getTimezoneOffset(), String(new Date(0))]';
    const asked = { type: 'run', source, variables: '{}', nowMs: 0, limits };
    const program = `
      import { Worker } from 'node:worker_threads';
      const worker = new Worker(new URL('${sandbox}'), { execArgv: [], env: {} });
      worker.once('message', () => {
        worker.once('message', ({ json }) => {
          console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), value: JSON.parse(json) }));
          process.exit();
        });
        worker.postMessage(${JSON.stringify(asked)});
      });`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
      env: { TZ: zone },
    });
    const { offset, value } = JSON.parse(stdout) as { offset: number; value: unknown };
    // The process itself is elsewhere, or this would prove nothing.
    expect(offset).not.toBe(0);
    expect(value).toEqual([0, '2030-07-01T12:00:00.000Z', 0, expect.stringContaining('GMT+0000')]);
  });
});
