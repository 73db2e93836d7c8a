import { describe, expect, it } from 'vitest'
import { isDuration, readDuration, readSize, words, writeDuration, writeSize } from './setting'

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

describe('sizes', () => {
  it.each([
    [1073741824, '1 GiB'],
    [33554432, '32 MiB'],
    [1073741825, '1073741825 B'],
    [0, '0 B'],
  ])('%s is read as %s and written back', (bytes, text) => {
    expect(readSize(bytes)).toBe(text)
    expect(writeSize(text)).toBe(bytes)
  })

  it.each([
    ['1.5 GiB', 1610612736],
    ['10m', 10485760],
    ['512', 512],
    ['a lot', undefined],
    ['-1 B', undefined],
    ['1.5 B', undefined],
  ])('%s is written as %s', (text, bytes) => expect(writeSize(text)).toBe(bytes))
})

describe('words', () => {
  it('spacesNames', () => expect([words('idleLimit'), words('sign-in-rules')]).toEqual(['Idle limit', 'Sign in rules']))
})
