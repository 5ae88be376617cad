import { Refusal } from '../runtime/refusal.ts';
import { defaultTenant } from '../default-tenant.ts';
import type { Permitted } from './found-row.ts';

/**
 * The tenant that a call names, or the default one. Throws INVALID_ARGUMENT for another one where tenants are not told apart, and FORBIDDEN where the caller is
 * not a member of it: nobody learns whether there is one.
 */
export const tenantOf = ({ permit: { tenants } }: Permitted, named: string | null | undefined): string => {
  const id = named == null || named === '' ? defaultTenant : named;
  if (tenants === null && id !== defaultTenant)
    throw new Refusal(
      'INVALID_ARGUMENT',
      `'tenantId': is unknown: multi-tenancy is off, leave it out or send "${defaultTenant}".`,
    );
  if (tenants?.includes(id) === false)
    throw new Refusal(
      'FORBIDDEN',
      `Expected a tenant that the caller is a member of, found '${id}'. Name another one, or have an administrator add the caller to it.`,
    );
  return id;
};

/** The same where a key says the tenant: null unless one is named. */
export const namedTenantOf = (call: Permitted, named: string | null | undefined): string | null =>
  named == null || named === '' ? null : tenantOf(call, named);
