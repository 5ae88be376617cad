// @ts-check
/**
 * @typedef {import('quickjs-emscripten-core').QuickJSContext} Context
 * @typedef {import('quickjs-emscripten-core').QuickJSHandle} Handle
 * @typedef {{ ok: false, found: string, line: number | null }} Problem
 * @typedef {{ ok: true, made: Handle | null }} Compiled
 */

export const fileName = 'script.js';

/**
 * Compiles a script: `made` is its function. It is null for several statements without a `return`: their value, that of the last one, is
 * nothing that a function could give, so they are evaluated by each run.
 *
 * @param {Context} context @param {string} source @returns {Compiled | Problem}
 */
export const compile = (context, source) => {
  const problem = parse(context, source);
  if (problem === null) return { ok: true, made: asExpression(context, source) };
  if (!problem.found.includes('return not in a function')) return problem;
  const body = `(function () {${source}\n})`;
  // The second says whether the source closes the function and begins another: what is between them would run here.
  const left = parse(context, body) ?? parse(context, `(function () {if (1) {${source}\n} else {}})`);
  return left ?? made(context, body);
};

/** What could begin a statement as well, or is a comment, is left alone: `{ a: 1 }` is a block, and its value 1. */
const isOtherwiseRead = /^\s*(?:$|[{;<-]|\/[/*]|(?:function|async|class|let)\b)/;

/** A script that is one expression, as a function; null when it is not. An arrow function, so that `this` and `arguments` stay what they are. @param {Context} context @param {string} source */
const asExpression = (context, source) => {
  if (isOtherwiseRead.test(source)) return null;
  const code = `() => (${source.replace(/;\s*$/, '')}\n)`;
  if (parse(context, code) !== null) return null;
  const compiled = made(context, code);
  return compiled.ok ? compiled.made : null;
};

/** @param {Context} context @param {string} code @returns {Compiled | Problem} */
const made = (context, code) => {
  const result = context.evalCode(code, fileName, { strict: true });
  return result.error
    ? { ok: false, found: 'too little memory to compile it', line: null }
    : { ok: true, made: result.value };
};

/** Parses; null when that went well. @param {Context} context @param {string} code @returns {Problem | null} */
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
