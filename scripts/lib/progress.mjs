// @ts-check
// How the commands of this folder talk: one short line per step, the duration at its end, output of tools only when they fail.
import { spawn } from 'node:child_process';

const isColorful = process.stdout.isTTY && process.env.NO_COLOR === undefined;

/** @param {string} code ANSI color code @param {string} text */
const paint = (code, text) => (isColorful ? `\u001b[${code}m${text}\u001b[0m` : text);

/** @param {string} text */
export const green = (text) => paint('32', text);
/** @param {string} text */
export const red = (text) => paint('31', text);
/** @param {string} text */
export const dim = (text) => paint('2', text);

/**
 * Prints one line of progress.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * A duration for people: `0.4 s`, `12.3 s`, `2 min 05 s`.
 * @param {number} durationMs
 */
export function humanDuration(durationMs) {
  if (durationMs < 60_000) return `${(durationMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/**
 * Runs a program with its output kept back, so that a success costs no lines.
 * @param {string} program
 * @param {string[]} args
 * @param {{
 *   cwd: string,
 *   env?: NodeJS.ProcessEnv,
 *   onWait?: (elapsedMs: number) => void,
 *   waitMs?: number,
 *   shell?: boolean,
 * }} options `onWait` is called every `waitMs` (Default: 15000) while the program runs.
 * @returns {Promise<{ code: number, output: string, durationMs: number }>} code 127 when the program could not be started
 */
export function runQuietly(program, args, options) {
  const startedAtMs = Date.now();
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: options.shell ?? false,
    });
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    const ticker = setInterval(() => options.onWait?.(Date.now() - startedAtMs), options.waitMs ?? 15_000);

    /** @type {NodeJS.Signals[]} */
    const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      child.kill(signal);
      process.exitCode = 130;
    };
    for (const signal of forwarded) process.once(signal, stop);

    /** @param {number} code @param {string} note */
    const finish = (code, note) => {
      clearInterval(ticker);
      for (const signal of forwarded) process.off(signal, stop);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + note, durationMs: Date.now() - startedAtMs });
    };
    child.once('error', (error) => finish(127, `could not start ${program}: ${error.message}\n`));
    child.once('close', (code, signal) => {
      finish(code ?? 1, signal === null ? '' : `${program} was ended by ${signal}\n`);
      // A person who pressed Ctrl-C wants the whole command to end, not the next step to begin.
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130);
    });
  });
}
