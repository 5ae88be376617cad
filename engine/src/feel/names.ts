/** Names are equal when they differ only in white space, also around the operators that they may contain: `a-b` and `a - b`. */
export const normalizeName = (name: string): string =>
  name
    .replace(/\s*([./\-'+]|\*\*?)\s*/g, ' $1 ')
    .replace(/\s{2,}/g, ' ')
    .trim();
