import { useQuery } from '@tanstack/react-query';
import { mayUse, meQuery } from '../../api/authentication';
import { IconCheckbox, IconHome, IconSchema, IconStack2, IconUsers } from '../../ui/icons';

/**
 * The places of the left rail. `to` is the start of the address of everything that belongs to the place; `component` is what one must be permitted to use, as
 * Camunda's authorizations call it.
 */
export const destinations = [
  { to: '/', label: 'Home', icon: IconHome, component: null },
  { to: '/modeler', label: 'Modeler', icon: IconSchema, component: 'modeler' },
  { to: '/tasklist', label: 'Tasklist', icon: IconCheckbox, component: 'tasklist' },
  { to: '/operations', label: 'Operations', icon: IconStack2, component: 'operate' },
  { to: '/admin', label: 'Admin', icon: IconUsers, component: 'admin' },
] as const;

export type Destination = (typeof destinations)[number];

/** The place that an address belongs to; null for pages outside the rail. */
export function destinationOf(pathname: string): Destination | null {
  return (
    destinations.find(({ to }) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`))) ??
    null
  );
}

/** The places that whoever is signed in may use. Hiding one is a courtesy: the server decides. */
export function useDestinations(): readonly Destination[] {
  const me = useQuery(meQuery()).data;
  return me === undefined
    ? destinations
    : destinations.filter(({ component }) => component === null || mayUse(me, component));
}
