/** Keys leave as decimal strings. */
export const keyText = (key: number): string => String(key);
export const keyTextOrNull = (key: number | null): string | null => (key === null ? null : String(key));
/** Times leave as ISO 8601 in UTC. */
export const dateText = (ms: number): string => new Date(ms).toISOString();
export const dateTextOrNull = (ms: number | null): string | null => (ms === null ? null : dateText(ms));

/** Parses JSON that we stored ourselves. */
export const stored = <T>(json: string): T => JSON.parse(json) as T;
