import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../test/create-database.ts';
import { buildServer, startServerProcess, verifyPlace } from '../test/kill/server-process.ts';
import type { Place } from '../test/kill/server-process.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { families } from './families.ts';
import type { FamilyName } from './fuzz-case.ts';
import { fuzzFamily } from './fuzz-family.ts';
import { fuzzedServer } from './fuzzed-server.ts';

export interface FuzzOptions {
  readonly families: readonly FamilyName[];
  readonly inputs: number;
  readonly seed: number;
  readonly tell: (text: string) => void;
}

/** Settings under which nobody is kept waiting for what others do. */
const env = { BATON_LISTENER_WAIT_MS: '200', BATON_LOG_LEVEL: 'error' };

/** Fuzzes a server of its own for each family, as it was built; what the databases answer differs, so filters and bodies meet both. The number of failures. */
export const runFuzz = async ({ families: wanted, inputs, seed, tell }: FuzzOptions): Promise<number> => {
  await buildServer();
  const postgres = wanted.some(asksDatabase) ? await startPostgres() : null;
  let failed = 0;
  try {
    for (const name of wanted) {
      failed += await withFolder((dataFolder) => fuzzPlace('SQLite', { databaseUrl: null, dataFolder }, name));
      if (postgres !== null && asksDatabase(name))
        failed += await withFolder(async (dataFolder) =>
          fuzzPlace(
            'PostgreSQL',
            { databaseUrl: await createDatabase(postgres.url, `fuzz_${name}`), dataFolder },
            name,
          ),
        );
    }
  } finally {
    await postgres?.stop();
  }
  return failed;

  async function fuzzPlace(where: string, place: Place, name: FamilyName): Promise<number> {
    const began = performance.now();
    const program = await startServerProcess(place, { env });
    let isOver = false;
    void program.ended().then((exitCode) => {
      isOver = true;
      if (!isAskedToEnd)
        tell(`${name} on ${where}: the server ended with ${exitCode}. Its last words: ${program.log().slice(-4_000)}`);
    });
    let isAskedToEnd = false;
    const server = fuzzedServer(program.address, program.pid);
    const result = await fuzzFamily({ family: families[name](), server, inputs, seed, maxFailures: 20, tell });
    const answers = [...server.statuses].sort().map(([status, count]) => `${status}: ${count}`);
    const health = await server.send({ method: 'GET', path: '/v2/status' });
    server.close();
    const memory = isOver ? 0 : program.residentMiB();
    isAskedToEnd = true;
    const exitCode = await program.end('SIGTERM');
    const verified = await verifyPlace(place);
    const seconds = (performance.now() - began) / 1_000;
    const isWell = health.status === 204 && exitCode === 0 && /, 0 violations$/.test(verified);
    tell(
      `${name} on ${where}: ${result.inputs} inputs in ${seconds.toFixed(0)} s, ${result.failures.length} failed (answers ${answers.join(', ')}); ` +
        `afterwards health ${health.status}, ${memory.toFixed(0)} MiB, exit code ${exitCode}, verify: ${verified.split('\n').at(-1)}`,
    );
    return result.failures.length + (isWell ? 0 : 1);
  }
};

/** Whether what a family sends gets to the database in many forms: the two databases differ there. */
const asksDatabase = (name: FamilyName): boolean => name !== 'xml' && name !== 'feel';

const withFolder = async <A>(use: (folder: string) => Promise<A>): Promise<A> => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-fuzz-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
