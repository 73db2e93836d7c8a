import { describe, expect, it } from 'vitest'
import type { FileEntry } from '@/shared/api/types'
import { arranged, crumbsOf, freeName, join, parentOf, permissionText } from './listing'

const entry = (name: string, kind = 'file', size = 0): FileEntry => ({ name, kind, size, permissions: '0644' })
const namesOf = (entries: FileEntry[]) => entries.map((one) => one.name)

describe('paths', () => {
  it.each([
    ['/', 'a', '/a'],
    ['/home', 'a b', '/home/a b'],
  ])('%s and %s are %s', (directory, name, path) => expect(join(directory, name)).toBe(path))

  it.each([
    ['/home/ann', '/home'],
    ['/home/', '/'],
    ['/', '/'],
  ])('above %s is %s', (path, above) => expect(parentOf(path)).toBe(above))

  it('leadBackStepByStep', () =>
    expect(crumbsOf('/var/log')).toEqual([
      { name: '/', path: '/' },
      { name: 'var', path: '/var' },
      { name: 'log', path: '/var/log' },
    ]))
})

describe('permissionText', () => {
  it.each([
    ['0644', 'rw-r--r--'],
    ['0755', 'rwxr-xr-x'],
    ['4755', 'rwsr-xr-x'],
    ['2644', 'rw-r-Sr--'],
    ['1777', 'rwxrwxrwt'],
  ])('%s reads %s', (octal, text) => expect(permissionText(octal)).toBe(text))
})

describe('arranged', () => {
  const all = [entry('b10'), entry('b9', 'file', 5), entry('.profile'), entry('src', 'directory')]

  it('putsDirectoriesFirstAndCountsNumbers', () => expect(namesOf(arranged(all, { key: 'name', down: false }, false))).toEqual(['src', 'b9', 'b10']))
  it('sortsDownButKeepsDirectoriesFirst', () => expect(namesOf(arranged(all, { key: 'size', down: true }, false))).toEqual(['src', 'b9', 'b10']))
  it('showsHiddenOnesWhenWanted', () => expect(namesOf(arranged(all, { key: 'name', down: false }, true))).toContain('.profile'))
  it('filtersByLetters', () => expect(namesOf(arranged(all, { key: 'name', down: false }, true, 'PRO'))).toEqual(['.profile']))
})

describe('freeName', () => {
  it('countsUpBeforeTheEnding', () => expect(freeName('a.tar.gz', new Set(['a.tar.gz', 'a.tar (2).gz']))).toBe('a.tar (3).gz'))
  it('leavesAHiddenNameWhole', () => expect(freeName('.env', new Set(['.env']))).toBe('.env (2)'))
})
