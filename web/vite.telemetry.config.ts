import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** TypeScript looks for types beside the file that is imported. */
const types: Plugin = {
  name: 'types',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'telemetry.d.ts', source: "export * from './telemetry/index.js';\n" });
  },
};

/**
 * The telemetry library as one file that needs no other. It is built by itself: shared with the pages' own chunks, a newer
 * library could meet an older, cached player, and keep it from loading.
 */
export default defineConfig({
  plugins: [types],
  publicDir: false,
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: fileURLToPath(new URL('src/telemetry/index.ts', import.meta.url)), formats: ['es'], fileName: () => 'telemetry.js' },
  },
});
