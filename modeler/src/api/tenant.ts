import { useSyncExternalStore } from 'react';

/** A tenant that whoever is signed in is a member of. */
export interface Tenant {
  readonly tenantId: string;
  readonly name: string;
}

const storageKey = 'baton.tenant';
const listeners = new Set<() => void>();

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Those of whoever is signed in; null on a server that does not tell tenants apart. */
let known: readonly Tenant[] | null = null;
let chosen = remembered();

/** Tells which tenants whoever is signed in is a member of; null where there is nothing to choose. */
export function setTenants(tenants: readonly Tenant[] | null): void {
  if (tenants === known) return;
  known = tenants;
  for (const listener of listeners) listener();
}

/** The tenant that what is made here belongs to: the one that was chosen in this browser, else the first. Undefined where the server does not ask. */
export function currentTenant(): string | undefined {
  if (known === null) return undefined;
  return (known.find(({ tenantId }) => tenantId === chosen) ?? known[0])?.tenantId;
}

/** What is made from now on belongs to this tenant, in this browser. */
export function chooseTenant(tenantId: string): void {
  chosen = tenantId;
  try {
    localStorage.setItem(storageKey, tenantId);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** The query of an address that names the current tenant; empty where the server does not ask. */
export function tenantQuery(): string {
  const tenantId = currentTenant();
  return tenantId === undefined ? '' : `?tenantId=${encodeURIComponent(tenantId)}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The tenants to choose from; null where there is nothing to tell apart. */
export function useTenants(): readonly Tenant[] | null {
  return useSyncExternalStore(subscribe, () => known);
}

/** The tenant that what is made here belongs to. */
export function useCurrentTenant(): string | undefined {
  return useSyncExternalStore(subscribe, currentTenant);
}

/** What a tenant is called; null where whoever looks is a member of no other, so that there is nothing to tell. */
export function useTenantName(tenantId: string): string | null {
  const tenants = useTenants();
  if (tenants === null || tenants.length < 2) return null;
  return tenants.find((each) => each.tenantId === tenantId)?.name ?? tenantId;
}
