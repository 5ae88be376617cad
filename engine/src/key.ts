declare const keyBrand: unique symbol;

/**
 * Identifies one thing of the runtime (instance, job, timer, …) for ever and across all kinds. A positive integer below 2^53, handed
 * out by the server from blocks; the engine never makes one up, it asks `env.nextKey()`. The key of a process instance is at the same
 * time the key of its outermost element instance.
 */
export type Key = number & { readonly [keyBrand]: true };

/** Brands a number that is known to be a key (from a row, a record or an allocator). */
export const asKey = (value: number): Key => value as Key;
