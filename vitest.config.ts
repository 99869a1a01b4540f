import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    setupFiles: ['fake-indexeddb/auto', './tests/unit/patience.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
