// @ts-check
/**
 * The thread that compiles large BPMN files, so that reading one never keeps the server from answering others. It takes one file at a time and
 * answers with the parts of the compiled one, then with `done`.
 *
 * It is JavaScript, because Node starts a thread from a file as it is; the engine that it uses is the built one.
 */
import { parentPort } from 'node:worker_threads';
import { compileBpmn, packCompiled } from '@baton/engine';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

port.on('message', async (/** @type {string} */ xml) => {
  for (const part of packCompiled(await compileBpmn(xml))) port.postMessage({ part });
  port.postMessage('done');
});
port.postMessage('ready');
