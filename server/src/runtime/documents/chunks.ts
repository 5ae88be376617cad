/** Bytes of a piece: a document is never one large row, and never one large transaction that others wait for. */
export const chunkBytes = 192 * 1024;

/** How many pieces so many bytes make. */
export const chunksOf = (size: number): number => Math.ceil(size / chunkBytes);
