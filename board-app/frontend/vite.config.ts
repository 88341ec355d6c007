import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// `npm run dev` shows this source over a running board: the local cluster's front door unless told otherwise.
const board = process.env.MESSAGEBOARD_URL ?? 'http://localhost:8080';

/** nginx serves what lies beside a file as `.gz` instead of compressing it for each reader. */
function precompressed(): Plugin {
  let folder = 'dist';
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved: ({ build }) => {
      folder = build.outDir;
    },
    closeBundle: () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      for (const file of files.filter((name) => /\.(html|js|css|svg)$/.test(name))) {
        const content = readFileSync(join(folder, file));
        writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), precompressed()],
  // The security policy allows no inline script, style or data: asset.
  build: { assetsInlineLimit: 0, reportCompressedSize: false },
  server: { proxy: { '/api': board, '/config.json': board } },
  test: {
    testTimeout: 30_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}', 'test/contract.test.ts'],
          setupFiles: ['test/setup.ts'],
        },
      },
      { extends: true, test: { name: 'build', environment: 'node', include: ['test/build.test.ts'] } },
    ],
  },
});
