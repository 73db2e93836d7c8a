import { defineConfig } from 'vitest/config'

// One browser, one server, one story: the files run one after another, and nothing goes on after a step that failed. Two such runs may
// go on side by side: no cache of results, which one could read while the other writes it.
export default defineConfig({
  test: { cache: false, bail: 1, environment: 'node', include: ['e2e/**/*.e2e.ts'], testTimeout: 400_000, hookTimeout: 400_000, expect: { poll: { timeout: 180_000 } }, fileParallelism: false },
})
