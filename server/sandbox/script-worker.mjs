// @ts-check
import { parentPort } from 'node:worker_threads';
import { loadSandbox } from './script-sandbox.mjs';

/**
 * The thread in which scripts run, one after another. It is a thread because a few built-in functions of QuickJS loop without asking
 * whether the time is over (`[].indexOf` on an object that says that it is long): only ending the thread stops these.
 *
 * It is JavaScript, because Node starts a thread from a file as it is: from the sources in tests as well as from a build.
 */

// The local time of scripts is UTC, wherever the server stands. QuickJS asks these functions of the thread for it.
Date.prototype.getTimezoneOffset = () => 0;
for (const part of /** @type {const} */ ([
  'FullYear',
  'Month',
  'Date',
  'Day',
  'Hours',
  'Minutes',
  'Seconds',
  'Milliseconds',
])) {
  Date.prototype[`get${part}`] = Date.prototype[`getUTC${part}`];
}

const sandbox = await loadSandbox();
// The first run compiles what the later ones use; that must not count for the first script.
sandbox.run('1 + 1', '{}', 0, { timeoutMs: 5_000, memoryBytes: 16 * 1024 * 1024 });

parentPort?.on('message', ({ type, source, variables, nowMs, limits }) => {
  parentPort?.postMessage(
    type === 'check' ? sandbox.check(source, limits) : sandbox.run(source, variables, nowMs, limits),
  );
  // Behind the answer, so that nobody waits for it.
  sandbox.reset();
});
parentPort?.postMessage('ready');
