import { useQuery } from '@tanstack/react-query';
import { mayUse, meQuery } from '../../api/authentication';
import { t } from '../../language/texts';
import { IconCheckbox, IconHome, IconSchema, IconStack2, IconUsers } from '../../ui/icons';

/**
 * The places of the left rail. `to` is the start of the address of everything that belongs to the place; `component` is what one must be permitted to use, as
 * Camunda's authorizations call it.
 */
export const destinations = [
  { to: '/', label: t('Home'), icon: IconHome, component: null },
  { to: '/modeler', label: t('Modeler'), icon: IconSchema, component: 'modeler' },
  { to: '/tasklist', label: t('Tasklist'), icon: IconCheckbox, component: 'tasklist' },
  { to: '/operations', label: t('Operations'), icon: IconStack2, component: 'operate' },
  { to: '/admin', label: t('Admin'), icon: IconUsers, component: 'admin' },
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
