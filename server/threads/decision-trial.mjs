// @ts-check
/**
 * The thread that tries decisions that are not deployed, so that compiling a large table never keeps the server from answering others. It takes one trial
 * at a time.
 */
import { parentPort } from 'node:worker_threads';
import { compileDmn, evaluateDecision } from '@baton/engine';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);

/**
 * @param {{ content: string, decisionId: string, rows: import('@baton/engine').Variables[], nowMs: number }} trial
 */
const run = async ({ content, decisionId, rows, nowMs }) => {
  const compiled = await compileDmn(content);
  if (!compiled.ok) return { ok: false, problems: compiled.problems };
  const { model } = compiled;
  if (!model.decisions.has(decisionId)) return { ok: true, outcomes: null };
  return { ok: true, outcomes: rows.map((variables) => evaluateDecision(model, decisionId, variables, nowMs)) };
};

port.on('message', async (trial) => port.postMessage({ answer: await run(trial) }));
port.postMessage('ready');
