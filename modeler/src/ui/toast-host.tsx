import { Notifications } from '@mantine/notifications';

/** The place of the toasts: top right, because the bpmn.io logo owns the bottom right. The shell renders it once, inside the router, so that toasts may hold links. */
export function ToastHost() {
  return <Notifications position="top-right" limit={4} zIndex={500} containerWidth={360} />;
}
