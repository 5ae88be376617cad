import type { Hander } from '../runtime/task-delegation.ts';
import type { Permitted } from './found-row.ts';

/** Who hands a task on: whoever is signed in. */
export const handerOf = ({ permit: { principal } }: Permitted): Hander =>
  principal.type === 'USER' ? { user: principal.id, name: principal.name } : { user: null, name: principal.id };
