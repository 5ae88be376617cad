import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { text } from 'node:stream/consumers';
import { projectFile } from '../../src/project-file.ts';
import { startPostgres } from '../../test/postgres-server.ts';
import { openDurable } from '../durable.ts';
import { services } from '../models.ts';
import { ratioOf } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';

/** Runs one server as a process of its own. Answers the starts that it acknowledged. */
const node = async (url: string, folder: string, seconds: number): Promise<number> => {
  const child = spawn(process.execPath, [projectFile('server/bench/postgres-node.mjs'), url, folder, String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const acknowledged = Number(printed.trim());
  if (!(acknowledged > 0))
    throw new Error(`Expected a node to tell how many starts it acknowledged, found '${printed}'.`);
  return acknowledged;
};

/** Two and four servers on one PostgreSQL against one. The database has the same processors as they: with two, there is little to gain. */
export const p10: Scenario = {
  id: 'P10',
  title: 'several servers on one PostgreSQL',
  run: async ({ isQuick, folder }) => {
    const seconds = isQuick ? 4 : 10;
    const postgres = await startPostgres(true);
    try {
      const runtime = await openDurable(folder, postgres.url);
      await runtime.deploy(services(1));
      await runtime.close();
      const together = async (count: number): Promise<number> => {
        const all = await Promise.all(Array.from({ length: count }, () => node(postgres.url, folder, seconds)));
        return all.reduce((sum, each) => sum + each, 0) / seconds;
      };
      const other = { name: 'one server', figure: await together(1) };
      // What there is to gain depends on the processors: from four on, twice the servers have to pay.
      const goal = cpus().length >= 4 ? { atLeast: 1.7 } : null;
      const unit = 'starts per second';
      return [
        ratioOf('two servers', await together(2), unit, other, { atLeast: 1 }, goal),
        ratioOf('four servers', await together(4), unit, other, { atLeast: 1 }, goal),
      ];
    } finally {
      await postgres.stop();
    }
  },
};
