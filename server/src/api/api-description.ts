import { packageVersion } from '../project-file.ts';
import { openApiDocument } from './operation/openapi.ts';
import type { JsonSchema } from './operation/shape.ts';
import { allOperations } from './operations.ts';

/** Operations are declared without a server behind them: nothing of it is asked before one of them is called. */
const nobody = new Proxy({}, { get: () => ({}) });

/** The OpenAPI document of the whole API without a running server; the client library is made from it. */
export const apiDescription = (): JsonSchema =>
  openApiDocument(
    allOperations({ runtime: nobody, info: nobody, livingNodes: nobody, examples: [], pinnableClock: null } as never),
    packageVersion(),
  );
