import { useQuery } from '@tanstack/react-query';
import { elementInstancesQuery } from '../../api/element-instances';
import type { ProcessInstance } from '../../api/process-instances';
import type { InstanceSearch } from './instance-search';

/** The scope whose variables are shown. */
export interface Scope {
  readonly key: string;
  /** Element of the scope; null for the whole instance. */
  readonly elementId: string | null;
  /** Whether it still runs, so that its variables may be changed. */
  readonly isActive: boolean;
}

/**
 * The scope that the address names: an element instance, or the newest instance of an element that was chosen in the
 * diagram, or the whole process instance.
 */
export function useScope(instance: ProcessInstance, search: InstanceSearch): Scope {
  const { processInstanceKey } = instance;
  const { element, scope } = search;
  const found = useQuery({
    ...elementInstancesQuery({
      filter:
        scope === undefined
          ? { processInstanceKey, elementId: element ?? '' }
          : { processInstanceKey, elementInstanceKey: scope },
      sort: [{ field: 'elementInstanceKey', order: 'DESC' }],
      page: { limit: 1 },
    }),
    enabled: element !== undefined || scope !== undefined,
  });
  const chosen = element === undefined && scope === undefined ? undefined : found.data?.items[0];
  if (chosen === undefined) {
    return { key: processInstanceKey, elementId: null, isActive: instance.endDate === null };
  }
  return { key: chosen.elementInstanceKey, elementId: chosen.elementId, isActive: chosen.state === 'ACTIVE' };
}
