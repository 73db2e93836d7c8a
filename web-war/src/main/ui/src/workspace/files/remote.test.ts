import { describe, expect, it } from 'vitest'
import { join, parentOf } from './remote'

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
})
