import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from '../api/client'
import { until } from '../testing/until'
import { asking, settle } from './step-up'

const problem = { code: 'STEP_UP_REQUIRED', detail: 'prove once more who you are', status: 403 }
const refused = () => new Response(JSON.stringify(problem), { status: 403, headers: { 'content-type': 'application/problem+json' } })

describe('an act that wants a fresh proof', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('is sent again once the proof was given, whoever asked for it', async () => {
    const answers = [refused(), refused(), new Response('{"id":"1"}'), new Response('{"id":"2"}')]
    const fetched = vi.fn(() => Promise.resolve(answers.shift()))
    vi.stubGlobal('fetch', fetched)
    const both = Promise.all([api.post('/users/me/tokens/', { name: 'a' }), api.post('/users/me/tokens/', { name: 'b' })])
    await until(() => expect([asking.value, fetched.mock.calls.length]).toEqual([true, 2]))
    settle(true)
    expect(await both).toEqual([{ id: '1' }, { id: '2' }])
    expect(asking.value).toBe(false)
  })

  it('is refused when the proof was not given', async () => {
    vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(refused())))
    const act = api.remove('/users/me/totp/')
    const outcome = expect(act).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
    await until(() => expect(asking.value).toBe(true))
    settle(false)
    await outcome
  })
})
