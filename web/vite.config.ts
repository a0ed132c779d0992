import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the page of the API (/api/docs) loads beside public/api-reference, as it was published. */
const apiReference: Plugin = {
  name: 'api-reference',
  apply: 'build',
  generateBundle() {
    for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css'])
      this.emitFile({ type: 'asset', fileName: `api-reference/${file}`, source: readFileSync(here(`node_modules/swagger-ui-dist/${file}`)) });
  },
};

export default defineConfig({
  plugins: [apiReference],
  build: {
    target: 'es2022',
    sourcemap: false,
    // hls.js and shaka-player are large by nature; each is its own chunk and only one of them is ever loaded.
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: here('index.html'), embed: here('src/embed.ts') },
      output: {
        // Names that stay: another site's <script src="…/embed.js"> outlives our releases, and pages that a function writes
        // (functions/Feeds/VideoPages.cs) name app.js and app.css. All else that they load has hashes.
        entryFileNames: (chunk) => (chunk.name === 'embed' ? 'embed.js' : 'app.js'),
        assetFileNames: (asset) => (asset.names.includes('index.css') ? 'app.css' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/media', '/devstoreaccount1', '/runtime'].map((path) => [path, 'http://localhost:7071']),
    ),
  },
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts'],
  },
});
