import { setTimeout as delay } from 'node:timers/promises';
import { javascriptTask, end, model, start, userTask } from '@baton/fixtures/build-model';
import type { Json, Variables } from '@baton/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScripts, defaultScriptSettings } from '../src/runtime/scripts/scripts.ts';
import type { ScriptSettings } from '../src/runtime/scripts/scripts.ts';
import { fixture } from './fixture.ts';
import { createTestStore, openTestRuntime } from './test-runtime.ts';

const nowMs = Date.parse('2030-01-01T12:00:00Z');
/** Time enough on a busy machine; the tests about time have less. */
const patient: ScriptSettings = {
  isOn: true,
  limits: { ...defaultScriptSettings.limits, timeoutMs: 10_000 },
  patienceMs: 10_000,
};
const scripts = createScripts(patient);
const hurried = createScripts({ ...patient, limits: { ...defaultScriptSettings.limits, timeoutMs: 300 } });
const value = async (source: string, variables: Variables = {}): Promise<Json> => {
  const result = await scripts.run(source, variables, nowMs);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};
const failure = async (source: string, variables: Variables = {}): Promise<string> => {
  const result = await scripts.run(source, variables, nowMs);
  return result.ok ? `the value ${JSON.stringify(result.value)}` : result.error;
};

beforeAll(() => scripts.check('1'));
afterAll(() => Promise.all([scripts.close(), hurried.close()]));

describe('what a script gives', () => {
  it.each<[string, Json]>([
    ['1 + 1', 2],
    ['const x = 2;\nx * 21', 42],
    ['return { a: [1, "ä€😀"] };', { a: [1, 'ä€😀'] }],
    ['if (n > 1) { return "many"; }\nreturn "one";', 'many'],
    ['n + order.total', 15],
    ['variables["order id"]', 'A-17'],
    ['undefined', null],
    ['// nothing', null],
    // A block with a label, as it always was, and an object.
    ['{ a: 1 }', 1],
    ['({ a: 1 });', { a: 1 }],
    ['n // the number;', 5],
    ['this === globalThis', true],
    ['return this === undefined;', true],
    ['typeof n\n;[order][0].total', 10],
    ['"use strict"', 'use strict'],
    ['[...new Set([1, 1, 2])].map((each) => each ** 2)', [1, 4]],
  ])('should be the value of %j', async (source, expected) => {
    expect(await value(source, { n: 5, order: { total: 10 }, 'order id': 'A-17' })).toEqual(expected);
  });

  it('should depend on nothing but the variables and the time of the step', async () => {
    const source =
      '[now.toISOString(), new Date().toISOString(), Date.now(), new Date(0).getHours(), new now.constructor().getTime()]';
    const iso = '2030-01-01T12:00:00.000Z';
    expect(await value(source)).toEqual([iso, iso, nowMs, 0, nowMs]);
    expect(await failure('Math.random()')).toMatch(/Math\.random is not there/);
    expect(await value('typeof performance')).toBe('undefined');
  });

  it('should take names such as __proto__ as variables', async () => {
    const variables = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "undefined": 3}') as Variables;
    expect(
      await value(
        '[variables.__proto__.polluted, constructor, variables.undefined, ({}).polluted === undefined]',
        variables,
      ),
    ).toEqual([1, 2, 3, true]);
    const made = await value('JSON.parse(\'{"__proto__": {"polluted": 1}}\')');
    expect(Object.keys(made as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('F39 what a script cannot do', () => {
  it.each([
    'process',
    'require("fs")',
    'globalThis.process.exit()',
    'fetch("http://localhost")',
    'setTimeout(() => 1)',
    'postMessage(1)',
    'new ArrayBuffer(1e6)',
    'new Uint8Array(1e6)',
  ])('should not reach %s', async (source) => {
    expect(await failure(source)).toMatch(/in line 1: (ReferenceError|TypeError)/);
  });

  it('should find nothing of the host behind constructors', async () => {
    const source = `const host = this.constructor.constructor('return this')(); [host === globalThis, typeof host.process, typeof host.require, typeof host.Worker, typeof Date.constructor('return this')().process]`;
    expect(await value(source)).toEqual([true, 'undefined', 'undefined', 'undefined', 'undefined']);
    expect(await failure('import("node:fs")')).toMatch(/promise|SyntaxError|syntax error/);
  });

  it('should leave nothing behind for the next script', async () => {
    await value(
      'Array.prototype.map = () => "mine"; Object.prototype.left = 1; globalThis.kept = 1; JSON.stringify = null; 0',
    );
    expect(await value('[[1].map((each) => each), ({}).left === undefined, typeof kept]')).toEqual([
      [1],
      true,
      'undefined',
    ]);
  });

  const clean = `[
    [1].map((each) => each), ({}).left === undefined, typeof kept, typeof JSON.stringify, typeof Date.stolen,
    (() => 1).call === Function.prototype.call, Symbol.iterator in [], Object.isExtensible(globalThis),
    'a-b'.replace(/-/, '+'), Math.max(1, 2), variables.given ?? null,
  ]`;
  const cleanValue = [[1], true, 'undefined', 'function', 'undefined', true, true, true, 'a+b', 2, null];

  it.each([
    ['prototypes', 'Array.prototype.map = () => "mine"; Object.prototype.left = 1; 0'],
    ['globals', 'globalThis.kept = 1; 0'],
    ['a variable handed in', '0', { given: 1, kept: 2, JSON: null }],
    ['JSON', 'JSON.stringify = null; JSON.parse = () => 1; 0'],
    ['Date', 'Date.stolen = 1; Date.now = () => 1; now.constructor.prototype.toISOString = () => "mine"; 0'],
    ['functions', 'Function.prototype.call = null; Symbol.iterator; delete Array.prototype[Symbol.iterator]; 0'],
    ['regular expressions and numbers', 'RegExp.prototype.exec = () => null; Math.max = () => 7; 0'],
    ['a closed world', 'Object.preventExtensions(globalThis); Object.freeze(Object.prototype); 0'],
    ['pending promises', 'Promise.resolve().then(() => { globalThis.kept = 1; Object.prototype.left = 1; }); 0'],
    ['an error', 'globalThis.kept = 1; Array.prototype.map = null; throw new Error("stopped")'],
    ['memory', 'globalThis.kept = []; try { for (;;) kept.push("x".repeat(1000) + kept.length); } catch { } 0'],
  ] as [string, string, Variables?][])('should leave %s as they were', async (_what, source, variables = {}) => {
    await scripts.run(source, variables, nowMs);
    expect(await value(clean)).toEqual(cleanValue);
    // The time is another: what the first run was told is forgotten as well.
    expect(await scripts.run('Date.now()', {}, 5)).toEqual({ ok: true, value: 5 });
  });

  it.each([
    ['a function body', 'globalThis.runs = (globalThis.runs ?? 0) + 1;\nreturn [runs, typeof [].mark];'],
    ['an expression', '[globalThis.runs = (globalThis.runs ?? 0) + 1, typeof (Array.prototype.mark ?? undefined)]'],
    ['statements', 'const runs = (globalThis.runs ?? 0) + 1;\nglobalThis.runs = runs;\n[runs, typeof [].mark]'],
  ])('should begin anew for each run of the same script: %s', async (_form, source) => {
    for (let run = 0; run < 3; run += 1) expect(await value(source)).toEqual([1, 'undefined']);
  });

  it('should hold no variable in a compiled function', async () => {
    expect(await value('typeof secret === "undefined" ? null : secret', { secret: 's' })).toBe('s');
    expect(await value('typeof secret === "undefined" ? null : secret')).toBeNull();
    const counter = 'class Counter { static count = 0; }\nCounter.count += 1;\nreturn Counter.count;';
    expect([await value(counter), await value(counter)]).toEqual([1, 1]);
  });

  it('should have all of its memory again after a script that used it up', async () => {
    const large = '"x".repeat(6e6).length + "y".repeat(6e6).length';
    for (let run = 0; run < 5; run += 1) {
      expect(await failure('const a = []; for (;;) a.push([1, 2, 3])')).toMatch(/memory/);
      expect(await value(large)).toBe(12e6);
    }
  });

  it('should run nothing while it compiles', async () => {
    const closing = 'return 1 } (globalThis.ran = (() => { for (;;); })()), function () {';
    expect(await scripts.check(closing)).toMatchObject({
      ok: false,
      error: expect.stringContaining('a syntax error'),
    });
    expect(await scripts.check('(() => { for (;;); })()')).toEqual({ ok: true, value: null });
  });

  it.each([
    'while (true);',
    'for (;;) { try { for (;;); } catch {} }',
    'throw { get message() { for (;;); } }',
    '({ get a() { for (;;); } })',
    'new Proxy({}, { ownKeys() { for (;;); } })',
    '({ toJSON() { for (;;); } })',
    '/(a+)+$/.test("a".repeat(40) + "b")',
    '[].indexOf.call({ length: 2 ** 53 - 1 }, 1)',
  ])('should not take longer than its limit: %s', async (source) => {
    await hurried.check('1');
    let beats = 0;
    const pulse = setInterval(() => (beats += 1), 10);
    expect(await hurried.run(source, {}, nowMs)).toMatchObject({
      ok: false,
      error: expect.stringContaining('more than 300 ms of work'),
    });
    clearInterval(pulse);
    // The event loop went on meanwhile.
    expect(beats).toBeGreaterThan(2);
    expect(await hurried.run('1', {}, nowMs)).toEqual({ ok: true, value: 1 });
  });

  it('should not go on with microtasks', async () => {
    expect(await value('const again = () => Promise.resolve().then(again); again(); 7')).toBe(7);
    expect(await failure('(async () => 1)()')).toContain('scripts are synchronous');
    await delay(20);
    expect(await value('8')).toBe(8);
  });

  it.each([
    '"x".repeat(2 ** 29)',
    'const a = []; for (;;) a.push([1, 2, 3])',
    'const a = {}; for (let i = 0; ; i += 1) a[`k${i}`] = { i }',
  ])('should not use more memory than its limit: %s', async (source) => {
    expect(await failure(source)).toMatch(/memory|invalid (string|array buffer) length|length/);
    expect(await value('1')).toBe(1);
  });

  it('should stop an array of a gigabyte', async () => {
    expect(await failure('new Array(1e9).fill(1)')).toContain('more memory used than a script may');
  });

  it.each(['function f() { f(); } f()', 'let a = []; for (let i = 0; i < 1e5; i += 1) a = [a]; a'])(
    'should survive endless depth: %s',
    async (source) => {
      expect(await failure(source)).toMatch(/stack overflow|recursion/);
      expect(await value('1')).toBe(1);
    },
  );
});

describe('what is said about a script that fails', () => {
  it('should name the line', async () => {
    expect(await failure('\n\nthrow new Error("no stock");')).toContain('in line 3: Error: no stock');
    expect(await failure('const a = 1;\nif (a) {\n  return a.b.c;\n}')).toContain('in line 3: TypeError');
    expect(await failure('throw "plain"')).toContain('found plain');
  });

  it.each(['() => 1', '1n', 'const a = {}; a.a = a; a', 'Symbol("s")'])(
    'should refuse what is no JSON: %s',
    async (source) => {
      expect(await failure(source)).toMatch(
        /Expected the script to give a value, found .*(JSON|BigInt|bigint|circular)/,
      );
    },
  );

  it('should not be misled by what a script does to errors', async () => {
    const source = 'Error.prepareStackTrace = () => { throw 1; }; Error.prototype.toString = null;\nnull.x';
    expect(await failure(source)).toMatch(/^Expected the script to give a value, found /);
    expect(await failure('throw { get message() { throw 1; } }')).toContain('an error that cannot be read');
  });

  it('should find syntax errors without running', async () => {
    expect(await scripts.check('\nlet x = ;')).toMatchObject({
      ok: false,
      error: expect.stringContaining('in line 2: a syntax error'),
    });
    expect(await scripts.check('if (a) {\n  return 1;\n}\nlet = ;')).toMatchObject({
      ok: false,
      error: expect.stringContaining('in line 4'),
    });
    expect(await scripts.check('while (true);')).toEqual({ ok: true, value: null });
  });
});

describe('script tasks on a server', () => {
  const withRuntime = async (
    settings: ScriptSettings,
    then: (runtime: Awaited<ReturnType<typeof openTestRuntime>>) => Promise<void>,
  ): Promise<void> => {
    const store = await createTestStore('sqlite');
    const runtime = await openTestRuntime(store, undefined, { scripts: settings });
    try {
      await then(runtime);
    } finally {
      await runtime.close();
      await store.drop();
    }
  };
  const scripted = (source: string) => ({
    name: 'p.bpmn',
    content: Buffer.from(
      model(
        'p',
        [start('s'), javascriptTask('script', source, 'r'), userTask('u'), end('e')],
        ['s > script', 'script > u', 'u > e'],
      ),
    ),
  });

  it('should set variables, and raise an incident that names the line', () =>
    withRuntime(patient, async (runtime) => {
      await runtime.deploy(fixture('script-task-javascript'), scripted('1;\nmissing'));
      await runtime.start('script-task-javascript', { a: 2, b: 3 });
      const rows = await runtime.database.rows<{ name: string; value: string }>(
        'SELECT name, value FROM variables ORDER BY name',
        [],
      );
      expect(Object.fromEntries(rows.map(({ name, value: text }) => [name, JSON.parse(text) as Json]))).toEqual({
        a: 2,
        b: 3,
        total: 5,
        doubled: 10,
        at: '2030-01-01T00:00:00.000Z',
      });
      await runtime.start('p');
      const incidents = await runtime.database.rows('SELECT * FROM incidents', []);
      expect(JSON.stringify(incidents)).toMatch(
        /EXTRACT_VALUE_ERROR.*in line 2: ReferenceError|in line 2: ReferenceError.*EXTRACT_VALUE_ERROR/,
      );
    }));

  it('should refuse a syntax error at deployment', () =>
    withRuntime(patient, async (runtime) => {
      await expect(runtime.deploy(scripted('1;\n2;\nlet x = ;'))).rejects.toThrow(
        /Script task 'script': .*in line 3: a syntax error/,
      );
    }));

  it('should refuse all of them when they are switched off', () =>
    withRuntime({ ...patient, isOn: false }, async (runtime) => {
      await expect(runtime.deploy(scripted('1'))).rejects.toThrow(/Script task 'script': .*BATON_SCRIPTS=on/);
      expect(await runtime.scripts.run('1', {}, nowMs)).toMatchObject({ ok: false });
    }));
});
