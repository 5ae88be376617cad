import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';
import { createTestWorld } from './test-world.ts';
import type { TestWorld } from './test-world.ts';

// No server: nobody listens there.
let world: TestWorld;
let folder: string;
beforeAll(() => {
  world = createTestWorld('http://127.0.0.1:9');
  folder = join(world.configFolder, 'models');
  mkdirSync(join(folder, 'deep'), { recursive: true });
});
afterAll(() => world.close());

const start = { processId: 'exclusive-gateway', at: '2030-01-01T09:00:00Z', variables: { amount: 50 } };
const medium = {
  name: 'a medium one',
  start,
  commands: [{ type: 'complete-user-task', at: { elementId: 'medium' } }],
  expect: { status: 'COMPLETED', path: ['s', 'x', 'medium', 'm', 'e'] },
};
const wrong = { ...medium, name: 'a "wrong" one', expect: { status: 'ACTIVE' } };

const put = (path: string, scenarios: readonly object[]): string => {
  const name = path.split('/').at(-1) ?? '';
  copyFileSync(projectFile(`fixtures/bpmn/${name}.bpmn`), join(folder, `${path}.bpmn`));
  const file = join(folder, `${path}.scenarios.json`);
  writeFileSync(file, JSON.stringify({ version: 1, scenarios }));
  return file;
};

describe('baton test', () => {
  it('should run the scenarios beside models without a server, and tell what they cover', async () => {
    const file = put('exclusive-gateway', [medium]);
    const { code, out, err } = await world.run('test', folder);
    expect(err).toBe('');
    expect(out).toBe(
      `${file}\n  passed  a medium one\n  exclusive-gateway: 60 % covered (5 of 7 elements, 4 of 8 flows)\n\n1 passed, 0 failed\n`,
    );
    expect(code).toBe(0);
    expect((await world.run('test', folder, '--min-coverage', '80')).code).toBe(1);
  });

  it('should fail with the first difference, in words, as JSON and for build servers', async () => {
    const file = put('exclusive-gateway', [medium, wrong]);
    const report = join(folder, 'report.xml');
    const difference = 'Expected the instance to be ACTIVE at the end, found COMPLETED.';
    const told = await world.run('test', file, '--junit', report);
    expect(told.code).toBe(1);
    expect(told.out).toContain(`  failed  a "wrong" one\n          ${difference}\n`);
    expect(readFileSync(report, 'utf8')).toContain(
      `<testcase name="a &quot;wrong&quot; one" classname="${file}"><failure message="${difference}"/></testcase>`,
    );
    const machine = await world.run('test', file, '--json');
    expect(JSON.parse(machine.out)).toMatchObject({
      passed: 1,
      failed: 1,
      files: [{ file, problem: null, results: [{ isPassed: true }, { isPassed: false, difference }] }],
    });
  });

  it('should take called processes from the same folder', async () => {
    const file = put('deep/call-activity', [
      {
        name: 'through the called one',
        start: { ...start, processId: 'caller', variables: { n: 2 } },
        commands: [{ type: 'complete-user-task', at: { processId: 'called', elementId: 'inside' } }],
        expect: { waitsAt: ['after'] },
      },
    ]);
    // Each process in a file of its own, as people keep them.
    const both = readFileSync(join(folder, 'deep/call-activity.bpmn'), 'utf8');
    const [caller, other] = [...both.matchAll(/<bpmn:process [^]*?<\/bpmn:process>/g)].map(([text]) => text);
    const drawn = /<bpmn:collaboration[^]*?<\/bpmn:collaboration>|<bpmndi:[^]*<\/bpmndi:BPMNDiagram>/g;
    const bare = both.replaceAll(drawn, '');
    writeFileSync(join(folder, 'deep/call-activity.bpmn'), bare.replace(other ?? '', ''));
    writeFileSync(join(folder, 'deep/other.bpmn'), bare.replace(caller ?? '', ''));
    const { code, out } = await world.run('test', join(folder, 'deep'));
    expect(out).toContain(`${file}\n  passed  through the called one\n  caller: `);
    expect(code).toBe(0);
  });

  it('should say what is wrong with files, and with what it was given', async () => {
    const file = join(folder, 'deep', 'broken.scenarios.json');
    writeFileSync(file, '{"version": 1, "scenarios": [{"name": 7}]}');
    const broken = await world.run('test', file);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain("failed  Expected scenarios of version 1. 'scenarios.0.name'");
    writeFileSync(file, JSON.stringify({ version: 1, scenarios: [] }));
    expect((await world.run('test', file)).out).toContain('broken.bpmn');
    const nothing = join(world.configFolder, 'nothing');
    mkdirSync(nothing);
    expect(await world.run('test', nothing)).toMatchObject({ code: 2, out: '' });
    expect((await world.run('test', join(nothing, 'gone'))).code).toBe(2);
  });
});
