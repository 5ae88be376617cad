import { statfs } from 'node:fs/promises';

/** With less room than this the disk counts as full, bytes: a single key fits where the next command does not. */
const roomBytes = 1_048_576;

/** Throws SQLITE_FULL where hardly anything more would fit into the data folder. */
export const checkRoom = async (folder: string): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= roomBytes) return;
  throw Object.assign(new Error(`Expected ${roomBytes} free bytes in ${folder}, found ${bavail * bsize}.`), {
    code: 'SQLITE_FULL',
  });
};
