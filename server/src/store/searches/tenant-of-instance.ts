/** A row of an instance with the tenant of that: what is written most often does not repeat it. */
export type OfTenant<Row> = Row & { readonly tenant_id: string };

/** SQL of the tenant of the instance that a row is of. */
export const tenantOfInstance = (alias: string): string =>
  `(SELECT p.tenant_id FROM process_instances p WHERE p.key = ${alias}.process_instance_key)`;
