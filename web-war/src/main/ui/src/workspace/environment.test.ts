import { describe, expect, it } from 'vitest'
import { environmentOf } from './environment'

describe('environmentOf', () => {
  it.each([
    [['team:web', 'env:prod'], 'prod'],
    [['Environment:Production-EU'], 'prod'],
    [['env:uat'], 'staging'],
    [['env:dev'], 'dev'],
    [['env:mars'], 'none'],
    [['prod'], 'none'],
    [[], 'none'],
  ])('of %s is %s', (labels, environment) => expect(environmentOf(labels)).toBe(environment))
})
