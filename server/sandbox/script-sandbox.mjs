// @ts-check
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { DefaultIntrinsics, newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { preludeSource } from './script-prelude.mjs';

/**
 * @typedef {{ timeoutMs: number, memoryBytes: number }} Limits
 * @typedef {{ ok: true, json: string } | { ok: false, found: string, line: number | null, isBroken?: boolean }} Outcome
 * @typedef {import('quickjs-emscripten-core').QuickJSContext} Context
 */

const fileName = 'script.js';
const stackBytes = 256 * 1024;
const describeBytes = 1024 * 1024;
const maxForms = 1_000;
// QuickJS does not count the bytes of array buffers against the memory limit: a loop that makes them took 2 GB. JSON has no use for them.
const intrinsics = { ...DefaultIntrinsics, TypedArrays: false };

/**
 * Loads QuickJS once. Every script gets a runtime and a context of its own, which are thrown away behind it: nothing that one script did, and
 * nothing that a limit cut off in the middle, is there for the next. `isBroken` says that QuickJS itself failed; load another then.
 */
export const loadSandbox = async () => {
  const wasm = await newQuickJSWASMModuleFromVariant(variant);
  /** Which sources are function bodies (they have a `return`), so that each is parsed for that once. @type {Map<string, boolean>} */
  const bodies = new Map();

  /**
   * @param {Limits} limits
   * @param {(context: Context) => Outcome} work
   * @returns {Outcome}
   */
  const inSandbox = ({ timeoutMs, memoryBytes }, work) => {
    const deadline = performance.now() + timeoutMs;
    let isLate = false;
    try {
      const runtime = wasm.newRuntime({
        memoryLimitBytes: memoryBytes,
        maxStackSizeBytes: stackBytes,
        interruptHandler: () => (isLate ||= performance.now() > deadline),
      });
      const context = runtime.newContext({ intrinsics });
      const outcome = work(context);
      context.dispose();
      runtime.dispose();
      return isLate
        ? { ok: false, found: `more than ${timeoutMs} ms of work`, line: outcome.ok ? null : outcome.line }
        : outcome;
    } catch (error) {
      // Too deep a recursion inside QuickJS ends as an exception of the host, and so do its own bugs.
      const found = error instanceof RangeError ? 'too deep a recursion' : 'a failure of the sandbox';
      return { ok: false, found: isLate ? `more than ${timeoutMs} ms of work` : found, line: null, isBroken: true };
    }
  };

  /** Parses; null when that went well. @param {Context} context @param {string} code @returns {Outcome | null} */
  const parse = (context, code) => {
    const result = context.evalCode(code, fileName, { strict: true, compileOnly: true });
    if (!result.error) {
      result.value.dispose();
      return null;
    }
    const { message, lineNumber } = context.dump(result.error);
    result.error.dispose();
    return { ok: false, found: `a syntax error: ${message}`, line: typeof lineNumber === 'number' ? lineNumber : null };
  };

  /** Decides once for each source what it is. @param {Context} context @param {string} source @returns {Outcome | string} */
  const codeOf = (context, source) => {
    const body = `(function () {${source}\n})()`;
    const known = bodies.get(source);
    if (known !== undefined) return known ? body : source;
    const problem = parse(context, source);
    const isBody = problem !== null && !problem.ok && problem.found.includes('return not in a function');
    const left = isBody ? parse(context, body) : problem;
    if (left !== null) return left;
    if (bodies.size >= maxForms) bodies.clear();
    bodies.set(source, isBody);
    return isBody ? body : source;
  };

  return {
    /** Parses a script without running it. @param {string} source @param {Limits} limits @returns {Outcome} */
    check: (source, limits) =>
      inSandbox(limits, (context) => {
        const code = codeOf(context, source);
        return typeof code === 'string' ? { ok: true, json: 'null' } : code;
      }),

    /**
     * Runs a script on variables (JSON text) and gives its value as JSON text.
     * @param {string} source @param {string} variables @param {number} nowMs @param {Limits} limits
     * @returns {Outcome}
     */
    run: (source, variables, nowMs, limits) =>
      inSandbox(limits, (context) => {
        const code = codeOf(context, source);
        if (typeof code !== 'string') return code;
        const made = context.evalCode(preludeSource, 'prelude.js');
        if (made.error) {
          made.error.dispose();
          return { ok: false, found: 'too little memory to begin', line: null };
        }
        const text = context.newString(variables);
        const now = context.newNumber(nowMs);
        const tools = context.callFunction(made.value, context.undefined, text, now);
        for (const handle of [made.value, text, now]) handle.dispose();
        if (tools.error) {
          tools.error.dispose();
          return { ok: false, found: 'variables that need more memory than a script may use', line: null };
        }
        const toJson = context.getProp(tools.value, 'toJson');
        const describe = context.getProp(tools.value, 'describe');
        const value = context.evalCode(code, fileName, { strict: true });
        const json = value.error ? value : context.callFunction(toJson, context.undefined, value.value);
        /** @type {Outcome} */
        let outcome;
        if (json.error) {
          // Without some memory more it could not be said that memory was lacking.
          context.runtime.setMemoryLimit(limits.memoryBytes + describeBytes);
          const told = context.callFunction(describe, context.undefined, json.error);
          outcome = told.error
            ? { ok: false, found: 'an error that cannot be read', line: null }
            : readTold(context.getString(told.value));
          told.dispose();
        } else outcome = { ok: true, json: context.getString(json.value) };
        if (json !== value) json.dispose();
        for (const handle of [value, toJson, describe, tools]) handle.dispose();
        return outcome;
      }),
  };
};

/** @param {string} told @returns {Outcome} */
const readTold = (told) => {
  const [message = '', stack = ''] = JSON.parse(told);
  const line = /script\.js:(\d+)/.exec(stack)?.[1];
  const found =
    message === 'InternalError: out of memory' ? 'more memory used than a script may' : message.slice(0, 500);
  return { ok: false, found, line: line === undefined ? null : Number(line) };
};
