import { VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/shared/i18n'
import { until } from '@/shared/testing/until'
import ReachTree from './ReachTree.vue'

const asset = (id: string) => ({ id, name: id, address: '10.0.0.1', platformName: 'Linux', labels: [] })

/** A folder with `total` assets, of which the server gives two at a time. */
function testingServer(total: number) {
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname } = new URL(request.url)
    const body = pathname.endsWith('/nodes')
      ? { items: [{ id: 'root', name: 'Everything', assets: total, hasChildren: false }], total: 1 }
      : pathname.endsWith('/self/assets')
        ? { items: [asset('web-1'), asset('web-2')], total }
        : { items: [], total: 0 }
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
  })
  return mount(ReachTree, { global: { plugins: [i18n, VueQueryPlugin] }, attachTo: document.body })
}

describe('the asset tree', () => {
  enableAutoUnmount(afterEach)
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => vi.unstubAllGlobals())

  it('saysThatAFolderHasMoreThanItShows', async () => {
    const tree = testingServer(202)
    await until(() => expect(tree.text()).toContain('and 200 more: search by name'))
  })

  it('saysThatASearchFindsMoreThanItShows', async () => {
    const tree = testingServer(5)
    await tree.get('input').setValue('web')
    await until(() => expect(tree.text()).toContain('and 3 more: type more of the name'))
  })

  it('saysNothingWhenAllAreThere', async () => {
    const tree = testingServer(2)
    await until(() => expect(tree.text()).toContain('web-2'))
    expect(tree.text()).not.toContain('more')
  })
})
