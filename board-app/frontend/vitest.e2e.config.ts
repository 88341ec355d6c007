import { defineConfig } from 'vitest/config';

// Real browser, real stack: one browser at a time, nothing repeated, generous limits for a busy machine.
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: ['e2e/globalSetup.ts'],
    fileParallelism: false,
    retry: 0,
    testTimeout: 45_000,
    hookTimeout: 120_000,
  },
});
