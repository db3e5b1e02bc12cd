import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{schema,law,engine,extension,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'extension/ui-tests/**'],
    testTimeout: 60_000,
    // Each may hold a population on threads of its own.
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['engine/src/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
})
