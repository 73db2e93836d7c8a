import { describe, expect, it } from 'vitest'
import { clock, size } from './format'

describe('format', () => {
  it.each([
    [0, '0:00'],
    [62.9, '1:02'],
    [3723, '1:02:03'],
    [-4, '0:00'],
  ])('clockOf %s is %s', (seconds, text) => expect(clock(seconds)).toBe(text))

  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [1_310_720, '1.25 MiB'],
    [5 * 1024 ** 5, '5120 TiB'],
  ])('sizeOf %s is %s', (bytes, text) => expect(size(bytes)).toBe(text))
})
