import { Notifications } from '@mantine/notifications';
import './toast-host.css';

/**
 * The place of the toasts: at the bottom, in the middle. The actions of a page are at the top right and the bpmn.io logo
 * is at the bottom right; a toast must cover neither. The shell renders it once, inside the router, so that toasts may
 * hold links.
 */
export function ToastHost() {
  return <Notifications position="bottom-center" limit={4} zIndex={500} containerWidth={380} />;
}
