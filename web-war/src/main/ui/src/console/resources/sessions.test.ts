import { describe, expect, it } from 'vitest'
import { endOf, readable } from './sessions'

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

describe('readable', () => {
  it.each([
    ['total 12\nlrwxrwxrwx\ttmp', 'total 12\nlrwxrwxrwx\ttmp'],
    ['\u001b[32mgreen\u001b[0m 中文', '\u001b[32mgreen\u001b[0m 中文'],
    ['\u001f\u0000\ufffd\ufffdr', 'Not text'],
    [undefined, ''],
  ])('of %j is %j', (output, shown) => expect(readable(output)).toBe(shown))
})
