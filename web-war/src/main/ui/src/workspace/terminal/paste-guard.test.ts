import { describe, expect, it } from 'vitest'
import { needsGuard, pastedLines } from './paste-guard'

describe('needsGuard', () => {
  it.each([
    ['ls -l', false],
    ['', false],
    ['rm -rf /tmp/x\n', true],
    ['a\r\nb', true],
    ['a\rb', true],
  ])('of %j is %s', (text, guarded) => expect(needsGuard(text)).toBe(guarded))

  it('countsLines', () => expect(pastedLines('a\r\nb\nc')).toBe(3))
})
