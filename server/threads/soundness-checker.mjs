// @ts-check
/**
 * The thread that checks the routes of BPMN files, so that looking at thousands of possibilities never keeps the server from answering others. It takes one
 * file at a time and answers with what it found; null for a file that does not compile.
 */
import { parentPort } from 'node:worker_threads';
import { checkSoundness, compileBpmn } from '@baton/engine';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

port.on('message', async (/** @type {string} */ xml) => {
  const compiled = await compileBpmn(xml);
  const checked = compiled.ok ? compiled.processes.map((process) => checkSoundness(process)) : null;
  port.postMessage({
    answer: checked && {
      findings: checked.flatMap(({ findings }) => findings),
      unfinishedScopeIds: checked.flatMap(({ unfinishedScopeIds }) => unfinishedScopeIds),
    },
  });
});
port.postMessage('ready');
