import { vi } from 'vitest'

/** Waits until nothing is thrown any more, however busy the machine is. */
export const until = <T>(holds: () => T | Promise<T>) => vi.waitFor(holds, { timeout: 60_000 })
