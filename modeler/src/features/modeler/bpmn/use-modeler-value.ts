import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import { service } from './modeler-services';

/** A value read from the modeler, read again after each of `events`. `read` must be stable (declared outside the component). */
export function useModelerValue<T>(
  modeler: Modeler | null,
  events: readonly string[],
  read: (modeler: Modeler) => T,
  initial: T,
): T {
  const [value, setValue] = useState(initial);
  const names = events.join(' ');
  useEffect(() => {
    if (modeler === null) return;
    const bus = service(modeler, 'eventBus');
    const update = () => setValue(read(modeler));
    const list = names.split(' ');
    update();
    bus.on(list, update);
    return () => bus.off(list, update);
  }, [modeler, names, read]);
  return value;
}
