import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// `npm run dev` shows this source over a running board: the local cluster's front door unless told otherwise.
const board = process.env.MESSAGEBOARD_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
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
          include: ['src/**/*.test.{ts,tsx}'],
          setupFiles: ['test/setup.ts'],
        },
      },
      { extends: true, test: { name: 'build', environment: 'node', include: ['test/build.test.ts'] } },
    ],
  },
});
