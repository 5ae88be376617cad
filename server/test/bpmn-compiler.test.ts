import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileBpmn } from '@baton/engine';
import { end, model, serviceTask, start } from '@baton/fixtures/build-model';
import { build } from 'esbuild';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBpmnCompiler } from '../src/runtime/compiler/bpmn-compiler.ts';

const log = pino({ level: 'silent' });
const count = 1_000;
const names = Array.from({ length: count }, (_none, index) => `t${index}`);
const inARow = ['s', ...names, 'e'];
const flows = inARow.slice(1).map((id, index) => `${inARow[index] ?? ''} > ${id}`);
const large = model('large', [start('s'), ...names.map((id) => serviceTask(id)), end('e')], flows);

describe('compiling large BPMN files', () => {
  let folder = '';
  let threadFile = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-compiler-'));
    threadFile = join(folder, 'thread.mjs');
    // The thread runs what is built; here it is built from these sources.
    await build({
      entryPoints: [fileURLToPath(new URL('../threads/bpmn-compiler.mjs', import.meta.url))],
      outfile: threadFile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      conditions: ['development'],
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('should leave the loop to others and give what compiling here gives', async () => {
    const compiler = createBpmnCompiler(log, threadFile);
    let turns = 0;
    const count = setInterval(() => (turns += 1), 1);
    const result = await compiler.compile(large);
    clearInterval(count);
    // Compiled on this thread, it were none: nothing else has its turn meanwhile.
    expect(turns).toBeGreaterThan(10);
    const here = await compileBpmn(large);
    const process = result.ok ? result.processes[0] : undefined;
    expect([...(process?.elements.keys() ?? [])]).toEqual(
      here.ok ? [...(here.processes[0]?.elements.keys() ?? [])] : [],
    );
    // A deployed file is asked for again by the first instance.
    expect(await compiler.compile(`${large}`)).toBe(result);
    await compiler.close();
  });

  it('should tell the problems of a large file', async () => {
    const compiler = createBpmnCompiler(log, threadFile);
    const broken = large.replace('targetRef="t500"', 'targetRef="nowhere"');
    expect(await compiler.compile(broken)).toEqual(await compileBpmn(broken));
    await compiler.close();
  });

  it('should refuse a file over which the thread ends, and compile the next one by a new thread', async () => {
    const fragile = join(folder, 'fragile.mjs');
    await writeFile(
      fragile,
      `import { parentPort } from 'node:worker_threads';
       parentPort.on('message', () => { throw new Error('out of memory'); });
       parentPort.postMessage('ready');`,
    );
    const compiler = createBpmnCompiler(log, fragile);
    await expect(compiler.compile(large)).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
    await writeFile(fragile, `import ${JSON.stringify(threadFile)};`);
    expect((await compiler.compile(large)).ok).toBe(true);
    await compiler.close();
  });

  it('should compile where it is when no thread starts', async () => {
    const compiler = createBpmnCompiler(log, join(folder, 'missing.mjs'));
    expect((await compiler.compile(large)).ok).toBe(true);
    await compiler.close();
  });
});
