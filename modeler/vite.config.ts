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
  },
  server: {
    proxy: {
      '/v2': apiServer,
      '/ext': apiServer,
    },
  },
});
