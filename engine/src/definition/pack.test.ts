import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exclusive, end, model, serviceTask, start } from '@baton/fixtures/build-model';
import { compileBpmn, type CompileResult } from './compile.ts';
import { packCompiled, unpackCompiled } from './pack.ts';

const handedOver = (result: CompileResult): CompileResult => {
  const unpacking = unpackCompiled();
  for (const part of packCompiled(result)) unpacking.add(part);
  return unpacking.result();
};

/** All of it but the functions, which have no equals. */
const told = (result: CompileResult): unknown =>
  JSON.parse(
    JSON.stringify(result, (_name, value: unknown) =>
      value instanceof Map ? ['map', ...(value as Map<string, unknown>)] : value,
    ),
  );

const folder = fileURLToPath(new URL('../../../fixtures/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.bpmn') && !file.includes('node_modules'),
);

describe('a compiled file on its way between threads', () => {
  it('should be the same after it was handed over, whatever its elements', async () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const result = await compileBpmn(readFileSync(join(folder, file), 'utf8'));
      expect(told(handedOver(result)), file).toEqual(told(result));
    }
  });

  it('should evaluate expressions and fixed texts as before, and know the names that they read', async () => {
    const parts = [start('s'), serviceTask('t', { type: 'x > 1' }), exclusive('g'), end('e'), end('f')];
    const flows = ['s > t', 't > g', 'g > e : =x > 1', 'g > f : default'];
    const result = handedOver(await compileBpmn(model('p', parts, flows)));
    const process = result.ok ? result.processes[0] : undefined;
    const condition = [...(process?.flows.values() ?? [])].find((flow) => flow.condition !== null)?.condition;
    expect(condition?.names).toEqual(['x']);
    expect(condition?.evaluate(() => 2, 0)).toEqual({ ok: true, value: true });
    expect(condition?.evaluate(() => 1, 0)).toEqual({ ok: true, value: false });
    const task = process?.elements.get('t');
    const jobType = task?.type === 'service-task' ? task.job.jobType : null;
    expect(jobType?.evaluate(() => 2, 0)).toEqual({ ok: true, value: 'x > 1' });
  });

  it('should hand over the problems of a file that does not compile', async () => {
    const result = await compileBpmn(model('p', [start('s'), exclusive('g')], ['s > g', 'g > nowhere']));
    expect(result.ok).toBe(false);
    expect(handedOver(result)).toEqual(result);
  });
});
