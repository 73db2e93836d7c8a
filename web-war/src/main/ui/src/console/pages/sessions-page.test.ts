import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/shared/i18n'
import SessionsPage from './SessionsPage.vue'
import TunnelsPage from './TunnelsPage.vue'

async function shown(component: Component, address: string) {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: {} }] })
  await router.push(address)
  const page = mount(component, { global: { plugins: [router, i18n, VueQueryPlugin] } })
  await flushPromises()
  return { router, page, selected: () => page.find<HTMLInputElement>('input[type=radio]:checked').element.value }
}

describe('a page of two lists', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ items: [], total: 0 }), { headers: { 'content-type': 'application/json' } }))
  })
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    [SessionsPage, '/sessions', 'live', 'history'],
    [TunnelsPage, '/tunnels', 'history', 'live'],
  ])('showsTheOneThatTheAddressNames %#', async (component, path, first, second) => {
    const { router, selected } = await shown(component, path)
    expect(selected()).toBe(first)
    await router.push(`${path}?tab=${second}`)
    await flushPromises()
    expect(selected()).toBe(second)
    router.back()
    await flushPromises()
    expect(selected()).toBe(first)
  })

  it('writesWhatIsChosenIntoTheAddress', async () => {
    const { router, page, selected } = await shown(SessionsPage, '/sessions')
    await page.get('input[value=history]').setValue(true)
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/sessions?tab=history')
    expect(selected()).toBe('history')
  })
})
