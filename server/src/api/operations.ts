import type { Runtime } from '../runtime/create-runtime.ts';
import { incidentOperations } from './incident-operations.ts';
import type { Operation } from './operation/operation.ts';

/** All operations of the API, family by family. */
export const allOperations = (runtime: Runtime): readonly Operation[] => [...incidentOperations(runtime)];
