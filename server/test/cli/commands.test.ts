import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFile } from '../../src/project-file.ts';
import { model, serviceModel } from '../fixture.ts';
import { createTestStore } from '../test-runtime.ts';
import type { TestStore } from '../test-runtime.ts';
import { startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';
import { createTestWorld } from './test-world.ts';
import type { TestWorld } from './test-world.ts';

let store: TestStore;
let server: TestServer;
let world: TestWorld;
beforeAll(async () => {
  store = await createTestStore('sqlite');
  server = await startTestServer('sqlite', {}, store);
  world = createTestWorld(server.address);
  const deployed = await server.deploy(
    serviceModel('worked'),
    model(
      'ask',
      '<bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/><bpmn:userTask id="t" name="Look at it"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements></bpmn:userTask>',
    ),
    model('at-once', '<bpmn:startEvent id="s"/>'),
  );
  expect(deployed.body).toMatchObject({ deployments: [{}, {}, {}] });
});
afterAll(async () => {
  world.close();
  await server.close();
  await store.drop();
});

const write = (name: string, content: string | Buffer): string => {
  const file = join(world.configFolder, name);
  writeFileSync(file, content);
  return file;
};

describe('the command line', () => {
  it('should deploy files and say what became of them', async () => {
    const file = write('shown.bpmn', serviceModel('shown').content);
    const { code, out } = await world.run('deploy', file);
    expect(code).toBe(0);
    expect(out).toMatch(/^KIND +ID +VERSION +KEY +FILE\nprocess +shown +1 +\d+ +shown.bpmn\n$/);
    expect((await world.json('deploy', file)).deployments[0].processDefinition).toMatchObject({
      processDefinitionId: 'shown',
      processDefinitionVersion: 1,
    });
  });

  it('should say all that is wrong with files that are refused', async () => {
    const file = write('broken.bpmn', model('broken', '<bpmn:startEvent id="a"/><bpmn:userTask id="lost"/>').content);
    const { code, err } = await world.run('deploy', file);
    expect(code).toBe(1);
    expect(err).toMatch(/^error INVALID_ARGUMENT: /);
    expect(err).toMatch(/\n {2}broken.bpmn \w+: error: /);
    const machine = await world.run('deploy', file, '--json');
    expect(JSON.parse(machine.err).error).toMatchObject({ code: 'INVALID_ARGUMENT', status: 400 });
    expect(JSON.parse(machine.err).error.problems[0].resourceName).toBe('broken.bpmn');
  });

  it('should start with variables from everywhere, find the job, and complete it', async () => {
    const file = write('variables.json', '{"a": 1, "b": "file"}');
    const started = await world.json('start', 'worked', '-v', `@${file}`, '--set', 'b=12', '--set', 'c=x=y');
    const key: string = started.processInstanceKey;
    const variables = await world.json('search', 'variables', `processInstanceKey=${key}`, '--sort', 'name');
    expect(variables.map((each: { name: string; value: string }) => [each.name, each.value])).toEqual([
      ['a', '1'],
      ['b', '12'],
      ['c', '"x=y"'],
    ]);
    const [job] = await world.json('search', 'jobs', `processInstanceKey=${key}`);
    expect(await world.json('get', 'job', job.jobKey)).toMatchObject({ type: 'worked', state: 'CREATED' });
    const done = await world.run('complete', 'job', job.jobKey, '--set', 'ok=true');
    expect(done).toEqual({ code: 0, out: `Completed job ${job.jobKey}.\n`, err: '' });
    expect(await world.json('get', 'instance', key)).toMatchObject({ state: 'COMPLETED' });
  });

  it('should wait for the end where it is asked to', async () => {
    const ended = await world.json('start', 'at-once', '--set', 'n=3', '--wait', '--business-id', 'b-1', '--tag', 't1');
    expect(ended).toMatchObject({ variables: { n: 3 }, businessId: 'b-1', tags: ['t1'] });
    expect((await world.run('start', 'at-once', '--wait')).out).toMatch(/^instance +\d+\nprocess +at-once\n/);
  });

  it('should list open tasks, complete one, and list it no more', async () => {
    await world.json('start', 'ask');
    const [task] = await world.json('list', 'tasks');
    expect(task).toMatchObject({ name: 'Look at it', state: 'CREATED' });
    expect((await world.run('list', 'tasks')).out).toContain('Look at it');
    expect((await world.run('complete', 'task', task.userTaskKey)).code).toBe(0);
    expect(await world.json('list', 'tasks')).toEqual([]);
    expect((await world.run('list', 'tasks')).err).toBe('No tasks found.\n');
  });

  it('should resolve an incident, with retries for its job', async () => {
    const { processInstanceKey } = await world.json('start', 'worked');
    const [{ jobKey }] = await world.json('search', 'jobs', `processInstanceKey=${processInstanceKey}`);
    await server.post(`/v2/jobs/${jobKey}/failure`, { retries: 0, errorMessage: 'no\n\u001b[31mink' });
    expect((await world.run('list', 'incidents')).out).toContain('no [31mink');
    const [{ incidentKey }] = await world.json('list', 'incidents');
    expect((await world.run('resolve', incidentKey, '--retries', '2')).code).toBe(0);
    expect(await world.json('get', 'job', jobKey)).toMatchObject({ retries: 2 });
    expect(await world.json('list', 'incidents')).toEqual([]);
    expect((await world.run('cancel', processInstanceKey)).out).toBe(`Canceled ${processInstanceKey}.\n`);
    expect((await world.run('cancel', processInstanceKey)).code).toBe(4);
  });

  it('should search through all pages, and show a part of them with a word about the rest', async () => {
    const instances = Array.from({ length: 5 }, () => ({}));
    await server.post('/ext/process-instances', { processDefinitionId: 'shown', instances });
    expect(await world.json('search', 'instances', 'processDefinitionId~=sho*', '--all')).toHaveLength(5);
    const part = await world.run('search', 'instances', 'processDefinitionId=shown', '-n', '2');
    expect(part.out.trim().split('\n')).toHaveLength(3);
    expect(part.err).toBe('2 of 5; --limit shows more.\n');
    expect(await world.json('search', 'jobs', 'type=shown', 'retries:={"$gt": 3}')).toEqual([]);
    expect(await world.json('search', 'instances', 'hasIncident=true', 'processDefinitionId!=worked')).toEqual([]);
  });

  it('should print the file of a definition as it was deployed', async () => {
    const [definition] = await world.json('search', 'definitions', 'processDefinitionId=worked');
    const { out } = await world.run('get', 'definition', definition.processDefinitionKey, '--xml');
    expect(out).toBe(String(serviceModel('worked').content));
  });

  it('should cut lines and use colors for people only', async () => {
    world.isTerminal = true;
    try {
      const { out } = await world.run('list', 'definitions');
      expect(out).toContain('\u001b[2m');
      for (const line of out.split('\n').slice(1)) expect(line.length).toBeLessThanOrEqual(60);
      world.env['NO_COLOR'] = '1';
      expect((await world.run('list', 'definitions')).out).not.toContain('\u001b');
    } finally {
      delete world.env['NO_COLOR'];
      world.isTerminal = false;
    }
  });

  it('should write the journal and the instances as lines of JSON', async () => {
    world.env['BATON_DATA'] = store.dataFolder;
    const { out, err } = await world.run('export', 'instances', '-p', 'at-once');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(err).toBe(`${lines.length} lines written.\n`);
    expect(lines[0]).toMatchObject({ processDefinitionId: 'at-once', state: 'COMPLETED' });
    const file = join(world.configFolder, 'journal.jsonl');
    expect((await world.run('export', 'journal', '-o', file)).code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const entries = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries[0]).toMatchObject({ seq: 1, command: { type: 'create-instance' } });
    expect(new Set(entries.map(({ processInstanceKey }) => processInstanceKey)).size).toBeGreaterThan(5);
    expect((await world.run('export', 'journal', '-o', file)).err).toContain('EEXIST');
    expect(await world.json('verify')).toMatchObject({ violations: [] });
    delete world.env['BATON_DATA'];
  });

  it('should deploy again whenever a file is saved, until it is told to end', async () => {
    const file = write('watched.bpmn', serviceModel('watched').content);
    const versions = async (): Promise<number> =>
      (await world.json('search', 'definitions', 'processDefinitionId=watched')).length;
    const other = createTestWorld(server.address);
    const watching = other.run('watch', file);
    await expect.poll(versions, { interval: 10 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    writeFileSync(file, 'no XML');
    await new Promise((resolve) => setTimeout(resolve, 300));
    rmSync(file);
    writeFileSync(file, serviceModel('watched', 'other').content);
    await expect.poll(versions, { interval: 10 }).toBe(2);
    other.interrupt();
    const { code, err } = await watching;
    expect(code).toBe(0);
    expect(err).toContain('error INVALID_ARGUMENT: ');
    other.close();
  });

  it('should say how every command is used', async () => {
    const { code, out } = await world.run('--help');
    expect(code).toBe(0);
    const names = [...out.matchAll(/^ {2}([a-z]+)(?: \[options\])?.* {2,}/gm)].map((match) => match[1] ?? '');
    expect(names).toEqual(expect.arrayContaining(['serve', 'deploy', 'list', 'profile', 'completion']));
    const page = readFileSync(projectFile('docs/command-line.md'), 'utf8');
    for (const name of names.filter((each) => each !== 'help')) {
      const help = await world.run(name, '--help');
      expect(help.code, name).toBe(0);
      expect(help.out, name).toMatch(/^Usage: baton/);
      expect(page, 'docs/command-line.md').toContain(`\`baton ${name}`);
    }
  });

  it.each(['bash', 'zsh', 'fish'])('should complete commands in %s', async (shell) => {
    const { code, out } = await world.run('completion', shell);
    expect(code).toBe(0);
    for (const word of ['deploy', 'instances', 'profile']) expect(out).toContain(word);
  });
});

describe('the exit code of the command line', () => {
  const run = async (...words: readonly string[]): Promise<number> => (await world.run(...words)).code;

  it('should tell wrong commands from refused ones', async () => {
    expect(await run('lits')).toBe(2);
    expect((await world.run('lits')).err).toContain('Did you mean list?');
    expect(await run('list', 'nothing')).toBe(2);
    expect(await run('list', '--limit', 'few')).toBe(2);
    expect(await run('get', 'instance', 'abc')).toBe(2);
    expect(await run('search', 'jobs', 'type')).toBe(2);
    expect(await run('deploy', 'nowhere.bpmn')).toBe(2);
    expect(await run('start', 'worked', '-v', '[1]')).toBe(2);
    expect(await run('list', '--address', 'localhost')).toBe(2);
    expect(await run('search', 'jobs', 'nonsense=1')).toBe(1);
    expect(await run('start', 'nowhere')).toBe(4);
    expect(await run('get', 'instance', '17')).toBe(4);
    expect(await run('get', 'job', '17')).toBe(4);
    world.env['BATON_DATA'] = world.configFolder;
    expect(await run('verify')).toBe(1);
    delete world.env['BATON_DATA'];
    expect(await run('--version')).toBe(0);
  });

  it('should say that nobody is there, and what to do', async () => {
    const { code, err } = await world.run('list', '--address', 'http://127.0.0.1:9');
    expect(code).toBe(3);
    expect(err).toMatch(/error UNREACHABLE: .*\nStart one by `baton serve`/);
  });
});

describe('profiles', () => {
  const file = (): string => join(world.configFolder, 'baton', 'profiles.json');

  it('should keep a server with its secret where nobody else can read it', async () => {
    delete world.env['BATON_ADDRESS'];
    world.stdin = 'secret\n';
    expect((await world.run('profile', 'add', 'here', '--address', server.address, '--token')).code).toBe(0);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file(), 'utf8')).profiles.here.auth).toEqual({ type: 'bearer', token: 'secret' });
    expect((await world.run('list', 'definitions')).code).toBe(0);
    await world.run('profile', 'add', 'there', '--address', 'http://127.0.0.1:9');
    expect((await world.run('list')).code).toBe(3);
    expect((await world.run('list', '--profile', 'here')).code).toBe(0);
    expect((await world.run('profile', 'use', 'here')).code).toBe(0);
    const listed = await world.run('profile', 'list');
    expect(listed.out).toMatch(/\* +here +bearer +http/);
    expect(listed.out).not.toContain('secret');
    expect((await world.run('list', '--profile', 'nowhere')).err).toContain('found only here, there');
    expect((await world.run('profile', 'remove', 'here')).code).toBe(0);
    expect(JSON.parse(readFileSync(file(), 'utf8')).current).toBeNull();
  });

  it('should refuse what cannot be kept, and a file that is none', async () => {
    const at = ['--address', server.address];
    world.stdin = '';
    expect((await world.run('profile', 'add', 'x', ...at, '--token')).err).toContain('found nothing');
    expect((await world.run('profile', 'add', 'x', ...at, '--token', '--username', 'u')).code).toBe(2);
    expect((await world.run('profile', 'add', 'x', ...at, '--client-id', 'u')).err).toContain('--token-url');
    expect((await world.run('profile', 'add', 'x')).err).toContain('Expected --address');
    expect((await world.run('profile', 'add', '__proto__', ...at)).code).toBe(2);
    writeFileSync(file(), '{"profiles": 1}');
    expect((await world.run('profile', 'list')).err).toContain(`Expected profiles in ${file()}`);
    rmSync(file());
    world.env['BATON_ADDRESS'] = server.address;
  });
});
