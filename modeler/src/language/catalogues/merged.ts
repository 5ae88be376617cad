/** Catalogues of one language as one. A text that two parts of the app share is in one of them only. */
export const merged = (catalogues: Record<string, Record<string, string>>): Record<string, string> =>
  Object.assign({}, ...Object.values(catalogues)) as Record<string, string>;
