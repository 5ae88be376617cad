import { createRequire } from 'node:module';
import { Router } from 'express';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Baton API</title>
    <script type="module" src="/api-docs/rapidoc.js"></script>
    <script type="module" src="/api-docs/theme.js"></script>
    <style>body { margin: 0 }</style>
  </head>
  <body>
    <rapi-doc id="doc" spec-url="/openapi.json" show-header="false" load-fonts="false" regular-font="system-ui, sans-serif"
      mono-font="ui-monospace, monospace" primary-color="#2563eb" schema-style="table" schema-description-expanded="true" sort-tags="false"
      allow-server-selection="false" allow-authentication="false" show-method-in-nav-bar="as-colored-text" use-path-in-nav-bar="false">
    </rapi-doc>
  </body>
</html>
`;

/** Follows the colors of the system, also while the page is open. Narrow screens have no room for the list beside: everything is on one page there. */
const theme = `const dark = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 767px)');
const doc = document.getElementById('doc');
const show = () => {
  doc.setAttribute('theme', dark.matches ? 'dark' : 'light');
  doc.setAttribute('bg-color', dark.matches ? '#16181d' : '#ffffff');
  doc.setAttribute('nav-bg-color', dark.matches ? '#1c1f26' : '#f6f7f9');
  doc.setAttribute('nav-text-color', dark.matches ? '#c9ced8' : '#3b4252');
  doc.setAttribute('nav-hover-bg-color', dark.matches ? '#272b34' : '#e9ecf1');
  doc.setAttribute('nav-hover-text-color', dark.matches ? '#ffffff' : '#111827');
  doc.setAttribute('render-style', narrow.matches ? 'read' : 'focused');
};
dark.addEventListener('change', show);
narrow.addEventListener('change', show);
show();
`;

/** The API to look at and try out, at `/api-docs`; made from `/openapi.json`. */
export const apiPage = (): Router => {
  const script = createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js');
  const router = Router();
  router.get('/', (_request, response) => void response.type('html').send(page));
  router.get('/theme.js', (_request, response) => void response.type('text/javascript').send(theme));
  // Package managers keep packages in folders with a dot.
  router.get('/rapidoc.js', (_request, response) => response.sendFile(script, { maxAge: '1d', dotfiles: 'allow' }));
  return router;
};
