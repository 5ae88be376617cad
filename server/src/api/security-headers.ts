import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

type Middleware = ReturnType<typeof helmet>;

const yearS = 365 * 24 * 3_600;

const policyOf = (isSecure: boolean): Middleware =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The modeler and the forms set styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Without TLS the browser would be told to come back by an address that nobody serves.
    strictTransportSecurity: isSecure ? { maxAge: yearS, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  });

/** The headers that keep a browser from doing more with an answer than we mean, asked of helmet once: they are the same for every answer. */
const headersOf = (middleware: Middleware): readonly (readonly [string, string])[] => {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  let error: unknown = 'it waits';
  middleware(request, response, (found?: unknown) => (error = found));
  if (error !== undefined) throw new Error('Expected helmet to have the safety headers at once.', { cause: error });
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
};

/**
 * Sets the safety headers. One step, where helmet's own middleware takes twelve for each request. With `isSecure` browsers learn to come by TLS only, for a year
 * and under all names below this one.
 */
export const securityHeaders = (isSecure: boolean): ((response: ServerResponse) => void) => {
  const headers = headersOf(policyOf(isSecure));
  return (response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
};
