// @ts-check
/**
 * The thread that plays drafts, each on a runtime of its own in memory, so that a model that runs wild costs its player and nobody else. It takes one play
 * at a time and remembers the last few, which is what makes a command more quick. The server that it uses is the built one.
 */
import { parentPort } from 'node:worker_threads';
import { createPlayer } from '@baton/server/play/player';

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const player = createPlayer();

port.on('message', async (request) => port.postMessage({ answer: await player.play(request) }));
port.postMessage('ready');
