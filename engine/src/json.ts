/** What a process variable can hold: plain JSON, nothing else. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Named values, as they come with commands. Iterate with `Object.entries`: names such as `__proto__` are ordinary names. */
export type Variables = Readonly<Record<string, Json>>;
