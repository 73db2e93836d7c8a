import { describe, expect, it } from 'vitest'
import { isDuration, readDuration, words, writeDuration } from './setting'

describe('durations', () => {
  it.each([
    ['PT8H30M', '8h 30m'],
    ['PT90M', '1h 30m'],
    ['P1DT1S', '1d 1s'],
    ['PT0S', '0'],
  ])('%s is read as %s', (iso, text) => expect(readDuration(iso)).toBe(text))

  it.each([
    ['8h 30m', 'PT30600S'],
    ['45s', 'PT45S'],
    ['0', 'PT0S'],
    ['30', undefined],
    ['soon', undefined],
  ])('%s is written as %s', (text, iso) => expect(writeDuration(text)).toBe(iso))

  it('areKnownByTheirForm', () => {
    expect([isDuration('PT30M'), isDuration('Please'), isDuration(3)]).toEqual([true, false, false])
  })
})

describe('words', () => {
  it('spacesNames', () => expect([words('idleLimit'), words('sign-in-rules')]).toEqual(['Idle limit', 'Sign in rules']))
})
