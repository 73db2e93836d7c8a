import { afterEach, describe, expect, it, vi } from 'vitest'
import { mayReturn } from './invitation'

const answering = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', answer)
const json = (status: number, body: object) => answering(async () => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }))

describe('who left a shared session', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('mayReturnWhileTheInvitationIsOpen', async () => {
    json(200, [{ id: 'another' }, { id: 'this' }])
    expect(await mayReturn({ id: 'this' })).toBe(true)
  })

  it('mayNotReturnToWhatIsOver', async () => {
    json(200, [{ id: 'another' }])
    expect(await mayReturn({ id: 'this' })).toBe(false)
  })

  it('mayNotReturnWhenRefused', async () => {
    json(404, { code: 'SHARE_UNKNOWN', title: 'Unknown' })
    expect(await mayReturn({ id: 'this' })).toBe(false)
  })

  it('mayTryWhereTheServerCannotBeAsked', async () => {
    answering(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await mayReturn({ id: 'this' })).toBe(true)
  })
})
