import { defineConfig } from 'vitest/config'

// One browser, one server, one story: the files run one after another.
export default defineConfig({
  test: { environment: 'node', include: ['e2e/**/*.e2e.ts'], testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } }, fileParallelism: false },
})
