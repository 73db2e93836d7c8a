import { describe, expect, it } from 'vitest'
import { endOf } from './sessions'

describe('why a session ended', () => {
  it.each([
    [{ result: 'client-closed' }, 'Client left'],
    [{ result: 'terminated', reason: 'ended by audrey: lunch' }, 'ended by audrey: lunch'],
    [{ result: 'something-new' }, 'something-new'],
    [{}, ''],
  ])('%j is told as %s', (session, told) => {
    expect(endOf(session)).toBe(told)
  })
})
