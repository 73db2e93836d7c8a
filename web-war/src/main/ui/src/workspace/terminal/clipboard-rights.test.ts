import { describe, expect, it } from 'vitest'
import { mayUseClipboard } from './clipboard-rights'

describe('mayUseClipboard', () => {
  it('allowsNothingWithoutActions', () => {
    expect(mayUseClipboard([], 'COPY')).toBe(false)
    expect(mayUseClipboard([], 'PASTE')).toBe(false)
  })

  it('allowsWhatWasGranted', () => {
    expect(mayUseClipboard(['CONNECT', 'COPY'], 'COPY')).toBe(true)
    expect(mayUseClipboard(['CONNECT', 'COPY'], 'PASTE')).toBe(false)
  })
})
