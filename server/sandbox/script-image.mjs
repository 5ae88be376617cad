// @ts-check
const pageBytes = 4_096;

/**
 * @typedef {{ at: number, bytes: Uint8Array }} Part
 * @typedef {readonly Part[]} Changes
 */

/**
 * The memory of a WebAssembly instance as it is now, to which it can be set back. QuickJS keeps all that it knows in there - intrinsics, globals,
 * closures, pending jobs, the allocator's lists -, so that after `restore` nothing of what a script did is left: every byte is written anew.
 *
 * The instance must rest when these are called (no call into it may be under way): what it has outside of its memory is the stack pointer,
 * which is where it was once all calls have returned. After a call that ended in an exception of the host it is not: throw the instance away.
 *
 * @param {{ readonly buffer: ArrayBufferLike }} memory The `WebAssembly.Memory`; its buffer is another one after it has grown.
 */
export const takeImage = (memory) => {
  const zeros = new Uint8Array(pageBytes);
  const nowBytes = () => new Uint8Array(memory.buffer);
  const first = nowBytes();
  // Most of the memory is zero; these parts are not. Neighbouring pages are one part.
  const base = partsWhere(first, (at) => !isSame(first, at, zeros, 0));
  const last = base.at(-1);
  const original = first.slice(0, last === undefined ? 0 : last.at + last.bytes.length);

  return {
    /** Sets the memory back, all of it: what has been added since is zeroed. Half a millisecond. */
    restore: () => {
      const bytes = nowBytes();
      bytes.fill(0);
      for (const part of base) bytes.set(part.bytes, part.at);
    },

    /** What is different from the image now. @returns {Changes} */
    changes: () => {
      const bytes = nowBytes();
      return partsWhere(bytes, (at) =>
        at < original.length ? !isSame(bytes, at, original, at) : !isSame(bytes, at, zeros, 0),
      );
    },

    /** Makes changes again, on a memory that has just been restored. @param {Changes} changes */
    apply: (changes) => {
      const bytes = nowBytes();
      for (const part of changes) bytes.set(part.bytes, part.at);
    },
  };
};

/** @param {Changes} changes */
export const sizeOf = (changes) => changes.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** @param {Uint8Array} left @param {number} leftAt @param {Uint8Array} right @param {number} rightAt */
const isSame = (left, leftAt, right, rightAt) =>
  Buffer.compare(left.subarray(leftAt, leftAt + pageBytes), right.subarray(rightAt, rightAt + pageBytes)) === 0;

/** Copies of the pages that are wanted. @param {Uint8Array} bytes @param {(at: number) => boolean} isWanted @returns {Part[]} */
const partsWhere = (bytes, isWanted) => {
  const parts = [];
  for (let at = 0; at < bytes.length; at += pageBytes) {
    if (!isWanted(at)) continue;
    const from = at;
    while (at + pageBytes < bytes.length && isWanted(at + pageBytes)) at += pageBytes;
    parts.push({ at: from, bytes: bytes.slice(from, at + pageBytes) });
  }
  return parts;
};
