// @ts-check
import variant from '@jitl/quickjs-wasmfile-release-sync';
import { DefaultIntrinsics, newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { compile, fileName } from './script-forms.mjs';
import { sizeOf, takeImage } from './script-image.mjs';
import { preludeSource } from './script-prelude.mjs';

/**
 * @typedef {{ timeoutMs: number, memoryBytes: number }} Limits
 * @typedef {{ ok: true, json: string } | { ok: false, found: string, line: number | null, isBroken?: boolean }} Outcome
 * @typedef {import('quickjs-emscripten-core').QuickJSHandle} Handle
 * @typedef {{ changes: import('./script-image.mjs').Changes, made: Handle | null }} Kept
 */

const stackBytes = 256 * 1024;
const describeBytes = 1024 * 1024;
/** Compiled scripts that are kept (the last used), and how large they may be together. One takes about 50 KB. */
const maxKept = 1_000;
const maxKeptBytes = 64 * 1024 * 1024;
// QuickJS does not count the bytes of array buffers against the memory limit: a loop that makes them took 2 GB. JSON has no use for them.
const intrinsics = { ...DefaultIntrinsics, TypedArrays: false };

/**
 * Loads QuickJS with one context. Every script begins with the memory as it was when the context was new, plus what compiling the script
 * added to it: nothing that another run did, and nothing that a limit cut off in the middle, is there. Handles are not given back one by one:
 * they go with the memory. `isBroken` says that QuickJS itself failed; load another then.
 */
export const loadSandbox = async () => {
  const wasm = await newQuickJSWASMModuleFromVariant(variant);
  let deadline = Infinity;
  let isLate = false;
  const runtime = wasm.newRuntime({
    maxStackSizeBytes: stackBytes,
    interruptHandler: () => (isLate ||= performance.now() > deadline),
  });
  const context = runtime.newContext({ intrinsics });
  const prelude = context.unwrapResult(context.evalCode(preludeSource, 'prelude.js'));
  const image = takeImage(wasm.getWasmMemory());
  let isClean = true;
  /** @type {Map<string, Kept>} */
  const kept = new Map();
  let keptBytes = 0;

  /** Sets everything back. Done by itself before a script where nobody has asked for it. */
  const reset = () => {
    if (!isClean) image.restore();
    isClean = true;
  };

  /** @param {Limits} limits @param {() => Outcome} work @returns {Outcome} */
  const inSandbox = ({ timeoutMs, memoryBytes }, work) => {
    reset();
    isClean = false;
    isLate = false;
    deadline = performance.now() + timeoutMs;
    const late = `more than ${timeoutMs} ms of work`;
    try {
      runtime.setMemoryLimit(memoryBytes);
      const outcome = work();
      return isLate ? { ok: false, found: late, line: outcome.ok ? null : outcome.line } : outcome;
    } catch (error) {
      // Too deep a recursion inside QuickJS ends as an exception of the host, and so do its own bugs.
      const found = error instanceof RangeError ? 'too deep a recursion' : 'a failure of the sandbox';
      return { ok: false, found: isLate ? late : found, line: null, isBroken: true };
    }
  };

  /** @param {string} source @param {Kept} compiled */
  const keep = (source, compiled) => {
    kept.set(source, compiled);
    keptBytes += sizeOf(compiled.changes);
    for (const [oldest, { changes }] of kept) {
      if (kept.size <= maxKept && keptBytes <= maxKeptBytes) break;
      kept.delete(oldest);
      keptBytes -= sizeOf(changes);
    }
  };

  /** Puts the script, compiled once, into the clean memory. @param {string} source @returns {Kept | Outcome} */
  const compiledOf = (source) => {
    const known = kept.get(source);
    if (known !== undefined) {
      kept.delete(source);
      kept.set(source, known);
      image.apply(known.changes);
      return known;
    }
    const compiled = compile(context, source);
    if (!compiled.ok) return compiled;
    const fresh = { changes: image.changes(), made: compiled.made };
    if (!isLate) keep(source, fresh);
    return fresh;
  };

  return {
    reset,

    /** Compiles a script without running it. @param {string} source @param {Limits} limits @returns {Outcome} */
    check: (source, limits) =>
      inSandbox(limits, () => {
        const compiled = compiledOf(source);
        return 'ok' in compiled ? compiled : { ok: true, json: 'null' };
      }),

    /**
     * Runs a script on variables (JSON text) and gives its value as JSON text.
     * @param {string} source @param {string} variables @param {number} nowMs @param {Limits} limits
     * @returns {Outcome}
     */
    run: (source, variables, nowMs, limits) =>
      inSandbox(limits, () => {
        const compiled = compiledOf(source);
        if ('ok' in compiled) return compiled;
        // The changes bring the memory limit under which the script was compiled with them.
        runtime.setMemoryLimit(limits.memoryBytes);
        const tools = context.callFunction(
          prelude,
          context.undefined,
          context.newString(variables),
          context.newNumber(nowMs),
        );
        if (tools.error)
          return { ok: false, found: 'variables that need more memory than a script may use', line: null };
        const value =
          compiled.made === null
            ? context.evalCode(source, fileName, { strict: true })
            : context.callFunction(compiled.made, context.undefined);
        const json = value.error
          ? value
          : context.callFunction(context.getProp(tools.value, 'toJson'), context.undefined, value.value);
        if (!json.error) return { ok: true, json: context.getString(json.value) };
        // Without some memory more it could not be said that memory was lacking.
        runtime.setMemoryLimit(limits.memoryBytes + describeBytes);
        const told = context.callFunction(context.getProp(tools.value, 'describe'), context.undefined, json.error);
        return told.error
          ? { ok: false, found: 'an error that cannot be read', line: null }
          : readTold(context.getString(told.value));
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
