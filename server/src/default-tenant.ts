/** What belongs to no other tenant belongs to this one; without multi-tenancy that is everything. */
export const defaultTenant = '<default>';
