import { defineConfig } from 'vitest/config';

// Real browser, real stack: one browser at a time, nothing repeated, generous limits for a busy machine.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
