import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { WriteStream } from 'node:tty';
import type { Out, World } from './world.ts';

const outOf = (stream: WriteStream): Out => ({
  write: (words) => void stream.write(words),
  drained: async () => {
    if (stream.writableNeedDrain) await once(stream, 'drain');
  },
  // Not set where it is piped, whatever its type says.
  isTerminal: stream.isTTY === true,
  columns: stream.columns ?? 80,
});

/** The world of this process. */
export const ownWorld = (signal: AbortSignal): World => ({
  env: process.env,
  out: outOf(process.stdout),
  err: outOf(process.stderr),
  readStdin: () => text(process.stdin),
  configFolder: process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'),
  signal,
});
