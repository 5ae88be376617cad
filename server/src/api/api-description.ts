import { packageVersion } from '../project-file.ts';
import { openApiDocument } from './operation/openapi.ts';
import type { Operation } from './operation/operation.ts';
import type { JsonSchema } from './operation/shape.ts';
import { allOperations } from './operations.ts';

/** Operations are declared without a server behind them: nothing of it is asked before one of them is called. */
const nobody = new Proxy({}, { get: () => ({}) });
const services = new Proxy(
  { examples: [], pinnableClock: null, maxDocumentBytes: 10 * 1024 * 1024 },
  {
    get: (known, name) => (Object.hasOwn(known, name) ? Reflect.get(known, name) : nobody) as unknown,
  },
);

/** All operations, to look at what they declare; none of them can be called. */
export const declaredOperations = (): readonly Operation[] => allOperations(services as never);

/** The OpenAPI document of the whole API without a running server; the client library is made from it. */
export const apiDescription = (): JsonSchema => openApiDocument(declaredOperations(), packageVersion());
