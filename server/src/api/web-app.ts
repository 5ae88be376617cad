import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** Serves the built web app from a folder: hashed assets for ever, every other address the page itself. */
export const webApp = (folder: string): Router => {
  const router = Router();
  const page = join(folder, 'index.html');
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get(/.*/, (request, response, next) => {
    if (!existsSync(page)) {
      response
        .status(404)
        .type('text/plain')
        .send('The web app is not built. Run `npm start` in the project, or `npm run build`.\n');
      return;
    }
    if (request.accepts('html') === false) return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(page);
  });
  return router;
};
