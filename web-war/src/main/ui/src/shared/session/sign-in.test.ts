import { describe, expect, it } from 'vitest'
import { safeNext } from './sign-in'

describe('safeNext', () => {
  it.each([
    ['/ui/#/users', '/ui/#/users'],
    ['/luna/', '/luna/'],
    ['//elsewhere.example/ui/#/', '/luna/'],
    ['https://elsewhere.example/', '/luna/'],
    ['/ui/@elsewhere', '/luna/'],
    [undefined, '/luna/'],
    [['/ui/'], '/luna/'],
  ])('leadsFrom %s to %s', (given, expected) => {
    expect(safeNext(given)).toBe(expected)
  })
})
