import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import type { Database as Sqlite } from 'better-sqlite3';
import { projectFile } from '../../project-file.ts';
import { DamagedDatabase } from './damaged.ts';

/** Looks for damage in a file that is already in use. */
export interface DamageCheck {
  /** What is wrong with the file; null as long as nothing is known to be. */
  readonly damage: () => Error | null;
  readonly stop: () => void;
}

/** Files up to this size are looked through at every start, by the server itself, bytes: it takes a tenth of a second. */
const smallBytes = 16 * 1_024 * 1_024;
/** How long a start waits for the answer, milliseconds: a gigabyte takes 6 s to read, and the others must not wait for that. */
const patienceMs = 500;

const sizeOf = (filename: string): number => statSync(filename, { throwIfNoEntry: false })?.size ?? 0;

/** Whether whoever had the file last did not close it: SQLite removes its log with the last connection. Ask before opening it. */
export const wasLeftOpen = (filename: string): boolean => sizeOf(`${filename}-wal`) > 0;

/**
 * Looks through a file that was left open, or is small. Throws when damage is found within half a second; what is found later is told by `damage`.
 * A large file that was closed as it should be is not read: the start of a server must not take the longer the more instances wait.
 */
export const checkForDamage = async (connection: Sqlite, filename: string, leftOpen: boolean): Promise<DamageCheck> => {
  const isSmall = sizeOf(filename) <= smallBytes;
  if (isSmall) {
    const found = String(connection.pragma('quick_check(1)', { simple: true }));
    if (found !== 'ok') throw new DamagedDatabase(found.replace(/\s+/g, ' '));
  }
  if (isSmall || !leftOpen) return { damage: () => null, stop: () => undefined };
  const known: { damage: Error | null } = { damage: null };
  const child = execFile(process.execPath, [projectFile('server/threads/check-sqlite.mjs'), filename], { env: {} });
  const parts: string[] = [];
  child.stdout?.on('data', (part: string) => parts.push(part));
  const looked = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', (code) => {
      const found = parts.join('');
      // A damaged file may also be one that cannot be read at all. Whoever stopped the check knows nothing.
      if (found !== 'ok' && code !== null) {
        known.damage = new DamagedDatabase(found === '' ? 'it cannot be read' : found);
      }
      resolve();
    });
  });
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([looked, new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)))]);
  clearTimeout(timer);
  if (known.damage !== null) throw known.damage;
  // From here on it keeps no process alive.
  child.unref();
  return { damage: () => known.damage, stop: () => void child.kill('SIGKILL') };
};
