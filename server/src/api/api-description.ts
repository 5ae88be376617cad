import { packageVersion } from '../project-file.ts';
import { openApiDocument } from './operation/openapi.ts';
import type { JsonSchema } from './operation/shape.ts';
import { allOperations } from './operations.ts';

/** Operations are declared without a server behind them: nothing of it is asked before one of them is called. */
const nobody = new Proxy({}, { get: () => ({}) });
const services = new Proxy(
  { examples: [], pinnableClock: null },
  {
    get: (known, name) => (Object.hasOwn(known, name) ? Reflect.get(known, name) : nobody) as unknown,
  },
);

/** The OpenAPI document of the whole API without a running server; the client library is made from it. */
export const apiDescription = (): JsonSchema => openApiDocument(allOperations(services as never), packageVersion());
