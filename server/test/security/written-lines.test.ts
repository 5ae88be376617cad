import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestWorld } from '../cli/test-world.ts';
import type { TestWorld } from '../cli/test-world.ts';
import { model } from '../fixture.ts';
import { createTestStore } from '../test-runtime.ts';
import type { TestStore } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

/** What would forge a line of a log, color a terminal, or be a formula in a spreadsheet. */
const hostile = [
  'a\nINFO all is well',
  'a\r\nb',
  '\u001b[31mred',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '=cmd()|x',
  '+1',
  '-1',
  '@sum',
  '\u2028x',
];

describe('F54 texts that become lines for people', () => {
  let server: TestServer;
  let store: TestStore;
  let world: TestWorld;
  beforeAll(async () => {
    store = await createTestStore('sqlite');
    server = await startTestServer('sqlite', {}, store);
    world = createTestWorld(server.address);
    await server.deploy(
      model(
        'lines',
        '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/><bpmn:userTask id="t"/>',
      ),
    );
    for (const text of hostile) {
      await server.post('/v2/process-instances', {
        processDefinitionId: 'lines',
        variables: { text, [text]: 1 },
        businessId: text,
      });
      await server.post('/v2/users', {
        username: `u${hostile.indexOf(text)}`,
        name: text,
        email: text,
        password: 'a long enough phrase',
      });
    }
  });
  afterAll(async () => {
    world.close();
    await server.close();
    await store.drop();
  });

  it('should steer no terminal and break no line of a table', async () => {
    for (const words of [
      ['list', 'instances'],
      ['search', 'variables'],
      ['user', 'list'],
    ]) {
      const { code, out, err } = await world.run(...words);
      expect(code, err).toBe(0);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      for (const line of out.split('\n')) expect(line).not.toMatch(/^INFO/);
    }
  });

  it('should be one line of JSON each where they are exported', async () => {
    world.env['BATON_DATA'] = store.dataFolder;
    for (const what of ['instances', 'journal']) {
      const { code, out, err } = await world.run('export', what);
      expect(code, err).toBe(0);
      const lines = out.trimEnd().split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(hostile.length);
      for (const line of lines) {
        expect(() => JSON.parse(line) as unknown).not.toThrow();
        // A formula begins a cell; no line of ours begins one.
        expect(line).toMatch(/^\{[^\u0000-\u001f]*\}$/);
      }
    }
  });

  it('should be one line each in the log, without control characters', () => {
    const lines: string[] = [];
    const log = pino(new Writable({ write: (chunk: Buffer, _encoding, done) => (lines.push(String(chunk)), done()) }));
    for (const text of hostile) log.error({ err: new Error(text), path: text, [text]: text }, text);
    expect(lines).toHaveLength(hostile.length);
    for (const line of lines) {
      expect(line.indexOf('\n')).toBe(line.length - 1);
      expect(line.trimEnd()).not.toMatch(/[\u0000-\u001f]/);
    }
  });
});
