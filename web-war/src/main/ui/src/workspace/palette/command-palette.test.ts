import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/shared/i18n'
import { useDesk } from '../desk'
import CommandPalette from './CommandPalette.vue'

/** Its line of input, when the server found these. */
async function shown(items: object[]) {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ items, total: items.length }), { headers: { 'content-type': 'application/json' } }))
  mount(CommandPalette, { attachTo: document.body, global: { plugins: [i18n, VueQueryPlugin] } })
  useDesk().paletteOpen = true
  await vi.waitUntil(() => document.querySelectorAll('[role=option]').length === items.length && document.querySelector('[role=combobox]'))
  await flushPromises()
  return document.querySelector('[role=combobox]') as HTMLElement
}

describe('the palette', () => {
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })

  it('namesTheRowThatEnterTakes', async () => {
    const input = await shown([{ id: 'a', name: 'web-1', address: '10.0.0.1', platformName: 'Linux', labels: [] }])
    expect(input.getAttribute('aria-expanded')).toBe('true')
    expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('web-1')
  })

  it('namesNoRowWhereThereIsNone', async () => {
    const input = await shown([])
    expect(input.getAttribute('aria-expanded')).toBe('false')
    expect(input.hasAttribute('aria-activedescendant')).toBe(false)
  })
})
