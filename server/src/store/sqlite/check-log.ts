import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { endianness } from 'node:os';

const headerBytes = 32;
const frameHeaderBytes = 24;
/** Where the shared memory file keeps how many frames are committed; see "WAL-Index Format" of SQLite. */
const indexHeaderBytes = 48;

/**
 * Finds what SQLite itself passes over: it reads its log (the `-wal` file) up to the first frame that is not right and takes the rest for what a crash
 * left behind. Two things cannot be that. A change is synced before the next one is written, so that whole changes after a bad frame were once
 * acknowledged; and the shared memory beside the log, where it outlived the server, never counts a frame that was not synced.
 * Returns what is wrong, null when nothing is. Format: https://www.sqlite.org/fileformat2.html#walformat
 */
export const damageOfLog = (filename: string): string | null => {
  const log = `${filename}-wal`;
  const committed = committedFrames(`${filename}-shm`);
  const size = existsSync(log) ? statSync(log).size : 0;
  if (size <= headerBytes) {
    const isLost = committed !== null && committed.frames > committed.copied;
    return isLost ? `its log is empty, but held ${committed.frames} pages` : null;
  }
  const file = openSync(log, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    readSync(file, header, 0, headerBytes, 0);
    const isBigEndian = (header.readUInt32BE(0) & 1) === 1;
    const seed = checksum([0, 0], header.subarray(0, 24), isBigEndian);
    if (header.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1 || !isSum(header, 24, seed))
      return 'the head of its log is not one';
    const walk = walkFrames(file, size, header, isBigEndian, seed);
    if (walk.goesOn) return `its log is broken at page ${walk.good + 1}, with changes after that`;
    if (committed?.salts.equals(header.subarray(16, 24)) === true && committed.frames > walk.committed)
      return `its log held ${committed.frames} pages, ${walk.committed} of them are left`;
    return null;
  } finally {
    closeSync(file);
  }
};

interface Walk {
  /** Frames from the beginning whose checksums are right. */
  readonly good: number;
  /** Those of them up to the last end of a change. */
  readonly committed: number;
  /** Whether a change ends behind the first bad frame and another one goes on after it. */
  readonly goesOn: boolean;
}

const walkFrames = (file: number, size: number, header: Buffer, isBigEndian: boolean, seed: Sum): Walk => {
  const salts = header.subarray(16, 24);
  const frame = Buffer.alloc(frameHeaderBytes + header.readUInt32BE(8));
  const frames = Math.floor((size - headerBytes) / frame.length);
  const read = (index: number): { readonly isOfThisLog: boolean; readonly isEnd: boolean } => {
    readSync(file, frame, 0, frame.length, headerBytes + index * frame.length);
    return { isOfThisLog: frame.subarray(8, 16).equals(salts), isEnd: frame.readUInt32BE(4) !== 0 };
  };
  let sum = seed;
  let good = 0;
  let committed = 0;
  for (; good < frames; good += 1) {
    const { isOfThisLog, isEnd } = read(good);
    sum = checksum(checksum(sum, frame.subarray(0, 8), isBigEndian), frame.subarray(frameHeaderBytes), isBigEndian);
    if (!isOfThisLog || !isSum(frame, 16, sum)) break;
    if (isEnd) committed = good + 1;
  }
  let hasEnded = false;
  for (let index = good; index < frames; index += 1) {
    const { isOfThisLog, isEnd } = read(index);
    if (isOfThisLog && hasEnded) return { good, committed, goesOn: true };
    if (isEnd && (isOfThisLog || index === good)) hasEnded = true;
  }
  return { good, committed, goesOn: false };
};

type Sum = readonly [number, number];

/** SQLite's checksum: a Fibonacci-weighted sum of pairs of 32-bit words. */
const checksum = ([first, second]: Sum, bytes: Buffer, isBigEndian: boolean): Sum => {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let [a, b] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + words.getUint32(at, !isBigEndian) + b) >>> 0;
    b = (b + words.getUint32(at + 4, !isBigEndian) + a) >>> 0;
  }
  return [a, b];
};

const isSum = (bytes: Buffer, at: number, [first, second]: Sum): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;

/** What the shared memory file counts, null where it is not there or was left in the middle of a change. */
const committedFrames = (
  filename: string,
): { readonly frames: number; readonly copied: number; readonly salts: Buffer } | null => {
  if (!existsSync(filename)) return null;
  const index = readFileSync(filename).subarray(0, 2 * indexHeaderBytes + 4);
  const isWhole =
    index.length === 2 * indexHeaderBytes + 4 &&
    index[12] === 1 &&
    index.subarray(0, indexHeaderBytes).equals(index.subarray(indexHeaderBytes, 2 * indexHeaderBytes));
  if (!isWhole) return null;
  const isBigEndian = endianness() === 'BE';
  const word = (at: number): number => (isBigEndian ? index.readUInt32BE(at) : index.readUInt32LE(at));
  const [first, second] = checksum([0, 0], index.subarray(0, 40), isBigEndian);
  if (word(40) !== first || word(44) !== second) return null;
  return { frames: word(16), copied: word(96), salts: index.subarray(32, 40) };
};
