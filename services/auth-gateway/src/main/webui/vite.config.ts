import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ahead } from './scripts/ahead.ts';

const AHEAD = 'src/ahead.ts';
const NEEDS_NOTHING = /\/src\/(ahead|tables)\.ts/;
const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true, quoteStyle: 'single', semicolons: true }),
    react(),
    tailwindcss(),
    ahead(AHEAD, 'board'),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    manifest: true,
    // the gateway's policy allows neither inline code nor data: scripts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], test: (id) => !NEEDS_NOTHING.test(id), priority: 1 },
            // what stands around every page and the page everybody begins with: one request instead of twenty
            { name: 'board', test: /w\.\$workspace(\.dashboard)?\.tsx\?tsr-split/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api': gateway,
      '/auth': gateway,
      '/oauth': gateway,
      '/live': { target: gateway, ws: true },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'], testTimeout: 30_000 },
});
