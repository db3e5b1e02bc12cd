import { defineConfig } from 'vitest/config'

/** One JupyterLab for all files, one file after another: they share the engine and two cores. */
export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.test.ts'],
    globalSetup: './one-server.ts',
    fileParallelism: false,
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
