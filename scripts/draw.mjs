// Draws every .bpmn file of fixtures/ anew from its description: `npm run draw`.
import { withTypeScript } from './lib/run-typescript.mjs';

// All is done when it is loaded.
await withTypeScript('fixtures', 'src/write-drawings.ts', async () => undefined);
