import { describe, expect, it } from 'vitest'
import { needsGuard, pastedLines, withoutControls } from './paste-guard'

describe('needsGuard', () => {
  it.each([
    ['ls -l', false],
    ['', false],
    ['rm -rf /tmp/x\n', true],
    ['a\r\nb', true],
    ['a\rb', true],
  ])('of %j is %s', (text, guarded) => expect(needsGuard(text)).toBe(guarded))

  it('countsLines', () => expect(pastedLines('a\r\nb\nc')).toBe(3))
  it('countsNoLineAfterTheLastBreak', () => expect(pastedLines('a\nb\nc\n')).toBe(3))
})

describe('withoutControls', () => {
  it('keepsTextAndItsLines', () => {
    expect(withoutControls('é中\tone\r\ntwo\n')).toBe('é中\tone\r\ntwo\n')
  })

  it('takesAwayWhatCouldEndABracketedPaste', () => {
    expect(withoutControls('a\x1b[201~b\x9b201~c\x00\x03\x7f')).toBe('a[201~b201~c')
  })
})
