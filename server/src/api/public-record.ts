/** Fields that hold what people and models put in: nothing in there is a key of ours. */
const opaque = new Set(['variables', 'value', 'changes', 'headers', 'businessId', 'tags']);

/** A journal record or command as the API shows it: its keys as decimal strings. */
export const publicRecord = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(publicRecord);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      if (opaque.has(name)) return [name, each as unknown];
      const isKey = typeof each === 'number' && (name === 'key' || name.endsWith('Key'));
      return [name, isKey ? String(each) : publicRecord(each)];
    }),
  );
};
