import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** How often a second this disk makes 4 KiB durable, one after the other: what nobody who commits each step can exceed. */
export const fdatasyncRate = (folder: string, seconds: number): number => {
  const file = openSync(join(folder, 'fdatasync'), 'w');
  const block = Buffer.alloc(4_096, 1);
  const until = performance.now() + seconds * 1_000;
  const from = performance.now();
  let count = 0;
  while (performance.now() < until) {
    writeSync(file, block, 0, block.length, count * block.length);
    fdatasyncSync(file);
    count += 1;
  }
  const rate = count / ((performance.now() - from) / 1_000);
  closeSync(file);
  return rate;
};
