import { beforeEach, describe, expect, it } from 'vitest'
import { lastChoice, recent, rememberChoice, rememberFor } from './remembered'

const asset = (id: string) => ({ id, name: id, address: '10.0.0.1', platformName: 'Linux', labels: [] })

describe('remembered choices', () => {
  beforeEach(() => {
    localStorage.clear()
    rememberFor('ann')
  })

  it('comeBackWithThePerson', () => {
    rememberChoice(asset('web-1'), { protocol: 'ssh', account: 'root' })
    rememberFor('ann')
    expect(lastChoice('web-1')).toEqual({ protocol: 'ssh', account: 'root' })
    expect(recent.value.map((known) => known.id)).toEqual(['web-1'])
  })

  it('areNotShownToTheNextPersonAtThisBrowser', () => {
    rememberChoice(asset('web-1'), { protocol: 'ssh', account: 'root' })
    rememberFor('bob')
    expect(lastChoice('web-1')).toBeUndefined()
    expect(recent.value).toEqual([])
  })

  it('putTheLatestFirstAndNameEachOnce', () => {
    for (const id of ['a', 'b', 'a']) rememberChoice(asset(id), { protocol: 'ssh', account: 'root' })
    expect(recent.value.map((known) => known.id)).toEqual(['a', 'b'])
  })
})
