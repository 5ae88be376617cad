import type { CustomFilter } from './search-plan.ts';

/** The filter `tenantId`: all is of the one tenant, and a filter for another finds nothing. */
export const oneTenant: CustomFilter = (query, value) => void (value === '<default>' ? query : query.whereRaw('1 = 0'));
