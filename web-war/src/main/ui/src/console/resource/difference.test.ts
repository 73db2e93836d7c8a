import { describe, expect, it } from 'vitest'
import { difference } from './difference'

describe('difference', () => {
  it('keepsOnlyWhatChanged', () => {
    expect(difference({ name: 'a', ports: [22], zone: null, comment: '' }, { name: 'a', ports: [22, 23], zone: 'z', comment: '' })).toEqual({ ports: [22, 23], zone: 'z' })
  })

  it('tellsThatSomethingIsGone', () => {
    expect(difference({ zone: 'z', until: '2026' }, { zone: null, until: null })).toEqual({ zone: null, until: null })
  })

  it('takesWhatWasNotThereBefore', () => {
    expect(difference({ name: 'a' }, { name: 'a', password: 'new' })).toEqual({ password: 'new' })
  })
})
