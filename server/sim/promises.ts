import type { Database } from '../src/store/database.ts';
import type { Swarm } from './swarm.ts';
import type { World } from './world.ts';

/** What clients were told, and whether the store keeps it: at once, and in the end (I6). */
export interface Promises {
  started(businessId: string, key: number): Promise<void>;
  /** The start of this instance was asked for once, or again and again with one idempotency key. */
  asked(businessId: string): void;
  /** `by` tells requests apart: only one of those that want the end of the same thing may hear that it was theirs (I2). */
  ended(what: 'jobs' | 'user_tasks', key: number, by: string): Promise<void>;
  canceled(key: number): Promise<void>;
  published(key: number, expiresMs: number): Promise<void>;
  /** Looks at everything again. */
  checkAll(): Promise<void>;
}

export const createPromises = (
  world: World,
  { skewMs, historyTimeToLive }: Swarm,
  database: Database,
  violated: (sentence: string) => void,
): Promises => {
  /** What has ended may be gone. */
  const mayBeGone = historyTimeToLive !== null;
  const startedKeys = new Map<string, number>();
  const asked = new Set<string>();
  const ended = new Map<string, string>();
  const canceled = new Set<number>();

  const checkStart = async (businessId: string): Promise<void> => {
    const rows = await database.rows<{ key: number }>(
      'SELECT key FROM process_instances WHERE business_id = ? AND parent_instance_key IS NULL',
      [businessId],
    );
    const known = startedKeys.get(businessId);
    const found = rows.map(({ key }) => key).join(', ') || 'none';
    if (rows.length === 0 && mayBeGone) return;
    if (rows.length > 1 || (known !== undefined && rows[0]?.key !== known))
      violated(
        `I6: expected one start of '${businessId}'${known === undefined ? '' : ` as instance ${known}`}, found ${found}`,
      );
  };
  const checkEnd = async (what: string, key: number): Promise<void> => {
    const [row] = await database.rows<{ state: string }>(`SELECT state FROM ${what} WHERE key = ?`, [key]);
    if (row === undefined ? !mayBeGone : row.state !== 'COMPLETED')
      violated(`I6: expected ${key} in ${what} to be completed as was answered, found ${row?.state ?? 'none'}`);
  };
  /** What is too large for one step is being canceled when that is answered, and is to be canceled in the end. */
  const checkCanceled = async (key: number, isOver: boolean): Promise<void> => {
    const [row] = await database.rows<{ status: string; state: string }>(
      'SELECT i.status, e.state FROM process_instances i JOIN element_instances e ON e.key = i.key WHERE i.key = ?',
      [key],
    );
    const goesOn = (row?.status === 'ACTIVE' || row?.status === 'SUSPENDED') && (isOver || row.state !== 'TERMINATING');
    if (row === undefined ? !mayBeGone : goesOn)
      violated(`I6: expected instance ${key} to be canceled as was answered, found ${row?.status ?? 'none'}`);
  };

  return {
    asked: (businessId) => void asked.add(businessId),
    started: async (businessId, key) => {
      const before = startedKeys.get(businessId);
      if (before !== undefined && before !== key)
        violated(`I6: expected '${businessId}' to be instance ${before} as was answered first, found ${key}`);
      startedKeys.set(businessId, key);
      await checkStart(businessId);
    },
    ended: async (what, key, by) => {
      const before = ended.get(`${what} ${key}`) ?? by;
      if (before !== by)
        violated(`I2: expected ${key} in ${what} to be completed by ${before} only, found ${by} told so, too`);
      ended.set(`${what} ${key}`, by);
      await checkEnd(what, key);
    },
    canceled: async (key) => {
      canceled.add(key);
      await checkCanceled(key, false);
    },
    published: async (key, expiresMs) => {
      // It may have been forgotten by now.
      if (expiresMs - 2 * skewMs <= world.nowMs()) return;
      const rows = await database.rows('SELECT key FROM messages WHERE key = ?', [key]);
      if (rows.length === 0) violated(`I6: expected message ${key} to be kept as was answered, found none`);
    },
    checkAll: async () => {
      for (const businessId of asked) await checkStart(businessId);
      for (const each of ended.keys()) {
        const [what = '', key] = each.split(' ');
        await checkEnd(what, Number(key));
      }
      for (const key of canceled) await checkCanceled(key, true);
    },
  };
};
