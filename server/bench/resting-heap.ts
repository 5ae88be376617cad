import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes on the heap of this process that are still in use after everything else was collected. */
export const restingHeap = async (): Promise<number> => {
  for (let round = 0; round < 3; round += 1) {
    collect();
    // What finalizers let go of is free in the next round.
    await new Promise(setImmediate);
  }
  return process.memoryUsage().heapUsed;
};
