import { text } from '../input.ts';

/** What users, groups, roles, mapping rules and clients are called in addresses and grants. */
export const entityId = text(256).regex(
  /^[A-Za-z0-9_~@.+\-:|/ ]+$/,
  'must be an id of letters, digits and _ ~ @ . + - : | /',
);
export const entityName = text(256).min(1);
export const description = text(4_000).nullish();
