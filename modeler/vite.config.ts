import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const apiServer = process.env['BATON_DEV_API'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    // The editor chunks (bpmn-js with its properties panel, form-js) are large by nature and lazy per route: the start
    // page loads none of them. The limit still warns when one of them grows out of proportion.
    chunkSizeWarningLimit: 2600,
    rolldownOptions: {
      output: {
        // The name of a shared file would be that of all who share it.
        chunkFileNames: ({ name }) => `assets/${name.replace(/~.*/, '')}-[hash].js`,
        codeSplitting: {
          groups: [
            // Loaded first and alone: what is loaded next makes its texts while it loads, when the language must be there. Catalogues need it, too.
            {
              name: 'language',
              test: /[\\/](modeler[\\/]src[\\/]language[\\/](catalogues[\\/](en|merged)|\w+\.)|node_modules[\\/]i18next[\\/])/,
              priority: 2,
            },
            // What several pages share would be a file for each set of pages: 160 of them for one page. Small ones go together with their neighbors.
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 10_000 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/v2': apiServer,
      '/ext': apiServer,
    },
  },
});
