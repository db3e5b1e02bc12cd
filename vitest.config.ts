import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{schema,law,engine,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 60_000,
    coverage: { provider: 'v8', include: ['engine/src/**/*.ts'], exclude: ['**/*.test.ts'] },
  },
})
