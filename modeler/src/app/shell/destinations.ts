import { IconCheckbox, IconHome, IconSchema, IconStack2 } from '../../ui/icons';

/** The places of the left rail. `to` is the start of the address of everything that belongs to the place. */
export const destinations = [
  { to: '/', label: 'Home', icon: IconHome },
  { to: '/modeler', label: 'Modeler', icon: IconSchema },
  { to: '/tasklist', label: 'Tasklist', icon: IconCheckbox },
  { to: '/operations', label: 'Operations', icon: IconStack2 },
] as const;

export type Destination = (typeof destinations)[number];

/** The place that an address belongs to; null for pages outside the rail. */
export function destinationOf(pathname: string): Destination | null {
  return (
    destinations.find(({ to }) => (to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`))) ??
    null
  );
}
