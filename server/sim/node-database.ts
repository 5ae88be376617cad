import type { Database } from '../src/store/database.ts';
import { LostAnswer } from '../src/store/lost-answer.ts';
import type { PlantedBug } from './planted-bug.ts';
import type { Faults } from './faults.ts';
import { afterInNode } from './sim-node-life.ts';
import type { NodeLife } from './sim-node-life.ts';
import type { Changes, SimStore } from './sim-store.ts';
import type { Swarm } from './swarm.ts';
import type { World } from './world.ts';

export interface NodeDatabaseOptions {
  readonly swarm: Swarm;
  readonly world: World;
  readonly store: SimStore;
  readonly faults: Faults;
  /** Called after every transaction that changed something, before anybody hears of it. */
  readonly committed: () => Promise<void>;
  readonly bug: PlantedBug;
}

const failure = (code: string, message: string): Error & { code: string } =>
  Object.assign(new Error(message), { code });
const unreachable = (): Error => failure('ECONNREFUSED', 'the store cannot be reached');
const lost = (): Error => failure('ECONNRESET', 'the connection to the store broke');
const isLost = (error: unknown): error is Error & { readonly code: string } =>
  (error as { code?: string }).code === 'ECONNRESET';

/**
 * The database as one node has it: each call travels to the store, is carried out there at one moment, and its answer travels back. Calls that
 * a node makes at the same time may overtake each other, as they do on several connections.
 */
export const nodeDatabase = (options: NodeDatabaseOptions, life: NodeLife): Database => {
  const { world, store, faults, bug } = options;
  const { random } = world;
  const inNode = afterInNode(world, life);

  const travelMs = (): number =>
    faults.strikes('slow-call', 0.01) ? random.between(200, 4_000) : random.between(1, options.swarm.travelMs);

  const call = <T>(isChanging: boolean, carryOut: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const isCut = (): boolean => life.cutUntilMs > world.nowMs();
      const answer = (give: () => void): void => void inNode(travelMs(), give);
      // Reads are many, and a node that reads in vain only tries again.
      const likelihood = isChanging ? 0.03 : 0.003;
      world.quietly(travelMs(), async () => {
        // What a killed node has sent may still arrive.
        if (life.isDead && random.chance(0.5)) return;
        if (isCut()) return answer(() => reject(unreachable()));
        if (faults.strikes('lost-call', likelihood)) return answer(() => reject(lost()));
        if (isChanging && faults.strikes('refused-call', likelihood))
          return answer(() => reject(failure('40001', 'the store refuses this once')));
        let give: () => void;
        try {
          const result = await carryOut();
          give = () => resolve(result);
        } catch (error) {
          give = () => reject(error instanceof Error ? error : new Error(String(error)));
        }
        if (isChanging && faults.strikes('lost-answer', likelihood)) give = () => reject(bug.lostAnswer?.() ?? lost());
        answer(() => (isCut() ? reject(lost()) : give()));
      });
    });

  const written = async (changes: Changes): ReturnType<Database['write']> => {
    const kept = bug.changes === undefined ? changes : bug.changes(changes, random);
    if (kept === null) return { ok: true };
    const result = await store.write(kept);
    if (result.ok) await options.committed();
    return result;
  };

  return {
    ...store.database,
    rows: (text, params = []) => {
      const sql = bug.sql?.(text) ?? text;
      const isChanging = store.isChanging(sql);
      return call(isChanging, async () => {
        const rows = store.rows(sql, params);
        // What was claimed in vain has changed nothing.
        if (isChanging && rows.length > 0) await options.committed();
        return rows as never;
      });
    },
    snapshot: (reads) => call(false, async () => store.snapshot(reads)),
    write: (changes) =>
      call(true, () => written(changes)).catch((error: unknown) => {
        throw isLost(error) ? new LostAnswer(error, null) : error;
      }),
    takeKeys: (count) => call(true, async () => bug.takeKeys?.(store, count, random) ?? store.takeKeys(count)),
  };
};
