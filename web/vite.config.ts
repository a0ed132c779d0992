import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  build: {
    target: 'es2022',
    sourcemap: false,
    // hls.js and shaka-player are large by nature; each is its own chunk and only one of them is ever loaded.
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: here('index.html'), embed: here('src/embed.ts') },
      output: {
        // A stable name, so that another site's <script src="…/embed.js"> outlives our releases.
        entryFileNames: (chunk) => (chunk.name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
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
