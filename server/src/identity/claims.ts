/** What a token of an identity provider says about somebody. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * The texts of a claim: one, or those of a list. A name with dots goes into objects (`realm_access.roles`), unless a claim has just that name.
 */
export const claimValues = (claims: Claims, name: string): readonly string[] => {
  const value = Object.hasOwn(claims, name) ? claims[name] : inside(claims, name.split('.'));
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((each): each is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof each))
    .map(String);
};

const inside = (claims: Claims, path: readonly string[]): unknown => {
  let value: unknown = claims;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
};
