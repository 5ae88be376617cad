import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Out, World } from '../../src/cli/world.ts';

/** What a command came to. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface TestWorld {
  /** Runs a command, word by word. */
  run(...words: readonly string[]): Promise<Ran>;
  /** The JSON that a command prints. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a test states what it expects of it
  json(...words: readonly string[]): Promise<any>;
  readonly env: Record<string, string | undefined>;
  /** What is piped into the next command. */
  stdin: string;
  readonly configFolder: string;
  /** As Ctrl-C does. */
  interrupt(): void;
  /** Whether a person looks at the output. (Default: false.) */
  isTerminal: boolean;
  close(): void;
}

/** A world in which commands run inside the test. */
export const createTestWorld = (address: string): TestWorld => {
  const configFolder = mkdtempSync(join(tmpdir(), 'baton-cli-'));
  let over = new AbortController();
  const world: TestWorld = {
    env: { BATON_ADDRESS: address },
    stdin: '',
    configFolder,
    isTerminal: false,
    interrupt: () => over.abort(),
    run: async (...words) => {
      over = new AbortController();
      const written = { out: '', err: '' };
      const outOf = (name: 'out' | 'err'): Out => ({
        write: (text) => void (written[name] += text),
        drained: () => Promise.resolve(),
        isTerminal: world.isTerminal,
        columns: 60,
      });
      const own: World = {
        env: world.env,
        out: outOf('out'),
        err: outOf('err'),
        readStdin: () => Promise.resolve(world.stdin),
        configFolder,
        signal: over.signal,
      };
      return { code: await runCommandLine(words, own), ...written };
    },
    json: async (...words) => {
      const { code, out, err } = await world.run(...words, '--json');
      if (code !== 0) throw new Error(`Expected \`baton ${words.join(' ')}\` to do well, found ${code}: ${err}`);
      return JSON.parse(out);
    },
    close: () => rmSync(configFolder, { recursive: true, force: true }),
  };
  return world;
};
