import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/shared/i18n'
import ReplaySide from './ReplaySide.vue'

async function countOf(hits: number): Promise<string> {
  vi.stubGlobal('fetch', async (request: Request) => {
    const found = Array.from({ length: hits }, (_, second) => ({ seconds: second, text: 'found' }))
    const body = request.url.includes('/search') ? found : { items: [], total: 0 }
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  })
  const side = mount(ReplaySide, { props: { sessionId: 'one', now: 0 }, global: { plugins: [i18n, VueQueryPlugin] } })
  await side.get('input').setValue('found')
  await vi.runAllTimersAsync()
  await flushPromises()
  return side.get('.count').text()
}

describe('the search in a replay', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('countsWhatIsFound', async () => {
    expect(await countOf(499)).toBe('499 hits')
  })

  it('saysThatTheServerLooksNoFurther', async () => {
    expect(await countOf(500)).toBe('the first 500 hits; there may be more')
  })
})
