import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/shared/i18n'
import { until } from '@/shared/testing/until'
import ReplaySide from './ReplaySide.vue'

async function searched(hits: number) {
  vi.stubGlobal('fetch', async (request: Request) => {
    const found = Array.from({ length: hits }, (_, second) => ({ seconds: second, text: 'found' }))
    const body = request.url.includes('/search') ? found : { items: [], total: 0 }
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  })
  const side = mount(ReplaySide, { props: { sessionId: 'one', now: 0 }, global: { plugins: [i18n, VueQueryPlugin] } })
  await side.get('input').setValue('found')
  return () => side.get('.count').text()
}

describe('the search in a replay', () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('countsWhatIsFound', async () => {
    const count = await searched(499)
    await until(() => expect(count()).toBe('499 hits'))
  })

  it('saysThatTheServerLooksNoFurther', async () => {
    const count = await searched(500)
    await until(() => expect(count()).toBe('the first 500 hits; there may be more'))
  })
})
