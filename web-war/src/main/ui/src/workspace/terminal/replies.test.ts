import { describe, expect, it } from 'vitest'
import { isReply, pastedText } from './replies'

describe('replies', () => {
  it.each(['\x1b[?1;2c', '\x1b[>0;276;0c', '\x1b[0n', '\x1b[24;80R', '\x1b[1;1R', '\x1b[?2026;2$y', '\x1b[8;24;80t', '\x1b[I', '\x1b[O', '\x1b[<0;10;5M', '\x1b[M !!', '\x1b]10;rgb:d8d8/e0e0/e4e4\x1b\\', '\x1bP1$r0m\x1b\\'])('areNotTyped: %j', (text) => {
    expect(isReply(text)).toBe(true)
  })

  it.each(['a', 'ls -l\r', '\x1b', '\x1b[A', '\x1bOA', '\x1b[1;5C', '\x1b[3~', '\x1b[15~', '\x1bOR', '\x1b[1;2R', '\x1b[Z', '\x1bf', '\x03', '\x1b[200~two\rlines\x1b[201~', '中'])('areNotKeys: %j', (text) => {
    expect(isReply(text)).toBe(false)
  })

  it('findsWhatWasPasted', () => {
    expect(pastedText('\x1b[200~two\rlines\x1b[201~')).toBe('two\rlines')
    expect(pastedText('two\rlines')).toBeUndefined()
  })
})
