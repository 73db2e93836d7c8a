import { VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/shared/i18n'
import { until } from '@/shared/testing/until'
import FirstServerPage from './FirstServerPage.vue'

/** A server that makes whatever it is sent, except what it is told to refuse once. */
function testingServer(refusing = '', errors?: object[]) {
  const made: { path: string; body: Record<string, unknown> }[] = []
  let left = refusing
  const json = (body: object, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname.replace('/api/v1', '')
    if (request.method === 'GET') return json({ items: path === '/assets/platforms' ? [{ id: 'linux', name: 'Linux' }] : [], total: 1 })
    if (path === left) {
      left = ''
      return json({ code: 'VALUE_INVALID', detail: 'not like this', errors }, 400)
    }
    made.push({ path, body: (await request.json()) as Record<string, unknown> })
    return json({ id: `${path}-${made.length}` })
  })
  return made
}

async function filled() {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: {} }] })
  const pinia = createPinia()
  const sheet = mount(FirstServerPage, { global: { plugins: [router, i18n, pinia, VueQueryPlugin] }, attachTo: document.body })
  await until(() => sheet.get('#first-name'))
  await sheet.get('#first-name').setValue('web-1')
  await sheet.get('#first-address').setValue('10.0.0.12')
  await sheet.get('#first-password').setValue('its-password')
  // the platforms have come, too
  await until(() => expect(sheet.get('button[type=submit]').attributes('disabled')).toBeUndefined())
  return { sheet, submit: () => sheet.get('form').trigger('submit') }
}

describe('the sheet for the first server', () => {
  enableAutoUnmount(afterEach)
  afterEach(() => vi.unstubAllGlobals())

  it('makesAnAssetItsAccountAndAPermission', async () => {
    const made = testingServer()
    const { sheet, submit } = await filled()
    await submit()
    await until(() => expect(made.map((one) => one.path)).toEqual(['/assets/assets', '/accounts/accounts', '/perms/asset-permissions']))
    expect(made[0]?.body).toMatchObject({ name: 'web-1', platform: 'linux', protocols: [{ protocol: 'ssh', port: 22 }, { protocol: 'sftp', port: 22 }] })
    expect(made[1]?.body).toMatchObject({ asset: '/assets/assets-1', username: 'root', secret: 'its-password' })
    await until(() => expect(sheet.get('a.el-button--primary').attributes('href')).toBe('/luna/#/connect//assets/assets-1'))
  })

  it('goesOnWhereItWasRefused', async () => {
    const made = testingServer('/accounts/accounts')
    const { sheet, submit } = await filled()
    await submit()
    await until(() => expect(sheet.get('[role=alert]').text()).toBe('not like this'))
    expect(sheet.get('#first-name').attributes('disabled')).toBeDefined()
    await submit()
    await until(() => expect(made.map((one) => one.path)).toEqual(['/assets/assets', '/accounts/accounts', '/perms/asset-permissions']))
  })

  it.each([
    ['/assets/assets', 'address', '#first-address'],
    ['/assets/assets', 'protocols[1].port', '#first-port'],
    ['/accounts/accounts', 'username', '#first-username'],
    ['/accounts/accounts', 'secret', '#first-password'],
    ['/perms/asset-permissions', 'users[0]', '#first-others'],
  ])('ofWhat %s refuses says %s at its field and goes there', async (path, field, control) => {
    testingServer(path, [{ field, code: 'VALUE_INVALID', message: 'not this one' }])
    const { sheet, submit } = await filled()
    await submit()
    await until(() => expect(sheet.get(control).attributes('aria-invalid')).toBe('true'))
    const said = (sheet.get(control).attributes('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent).join('')
    expect(said).toBe('not this one')
    expect(document.activeElement).toBe(sheet.get(control).element)
    expect(sheet.find('[role=alert]').exists()).toBe(false)
    await submit()
    await until(() => expect(sheet.find('h2').text()).toBe('web-1 is ready'))
  })

  it('waitsUntilTheSecretIsThere', async () => {
    const made = testingServer()
    const { sheet, submit } = await filled()
    await sheet.get('#first-password').setValue('')
    await submit()
    await flushPromises()
    expect(made).toEqual([])
    expect(sheet.get('button[type=submit]').attributes('disabled')).toBeDefined()
  })
})
