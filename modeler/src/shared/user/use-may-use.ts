import { useQuery } from '@tanstack/react-query';
import { mayUse, meQuery } from '../../api/authentication';

/** Whether whoever is signed in may use a part of the web app; what they may not is not shown. The server decides what is done. */
export function useMayUse(component: 'modeler' | 'tasklist' | 'operate' | 'admin'): boolean {
  const me = useQuery(meQuery()).data;
  return me === undefined || mayUse(me, component);
}
