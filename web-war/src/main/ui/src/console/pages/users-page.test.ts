import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/shared/i18n'
import { useMe } from '@/shared/session/me'
import { until } from '@/shared/testing/until'
import UsersPage from './UsersPage.vue'

const user = (username: string, totpEnrolled: boolean) => ({ id: `id of ${username}`, username, name: username, email: '', locale: 'en', active: true, createdAt: '2026-01-01T00:00:00Z', roles: ['USER'], groups: [], totpEnrolled, bars: [] as { network: string; until: string }[] })
const USERS = [user('alice', true), user('bob', false)]

/** Takes second factors away, and lifts bars. */
function testingServer(users = USERS) {
  const done: string[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return new Response(JSON.stringify({ items: users, total: users.length }), { headers: { 'content-type': 'application/json' } })
    done.push(decodeURIComponent(new URL(request.url).pathname))
    return new Response(null, { status: 204 })
  })
  return done
}

async function shown(...rights: string[]) {
  useMe().me = { ...user('admin', false), rights } as never
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: {} }] })
  const page = mount(UsersPage, { attachTo: document.body, global: { plugins: [router, i18n, VueQueryPlugin] } })
  await until(() => USERS.forEach(({ username }) => expect(page.text()).toContain(username)))
  return page
}

const resets = async (...rights: string[]) => (await shown(...rights)).findAll('button[aria-label^="Reset second factor"]')

async function answer(button: string) {
  document.querySelector<HTMLElement>(`.el-message-box__btns ${button}`)?.click()
  await flushPromises()
}

describe('the second factor of somebody who lost the phone', () => {
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })

  it('isResetOnlyWhereThereIsOne', async () => {
    testingServer()
    const buttons = await resets('identity.user.change')
    expect(buttons.map((button) => button.attributes('aria-label'))).toEqual(['Reset second factor alice'])
  })

  it('isLeftAloneByWhoMayOnlyLook', async () => {
    testingServer()
    expect(await resets('identity.user.view')).toEqual([])
  })

  it('isTakenAwayOnceThatIsConfirmed', async () => {
    const removed = testingServer()
    const [reset] = await resets('identity.user.change')
    await reset?.trigger('click')
    await until(() => expect(document.querySelector('.el-message-box')?.textContent).toContain('sign in with the password alone'))
    expect(removed).toEqual([])
    await answer('.el-button--danger')
    await until(() => expect(removed).toEqual(['/api/v1/users/users/id of alice/totp']))
  })

  it('staysWhenNotConfirmed', async () => {
    const removed = testingServer()
    const [reset] = await resets('identity.user.change')
    await reset?.trigger('click')
    await answer('.el-button:not(.el-button--danger)')
    expect(removed).toEqual([])
  })
})

describe('somebody who is barred after wrong passwords', () => {
  const barred = { ...user('carol', false), bars: [{ network: '192.0.2.7', until: '2026-01-01T00:15:00Z' }, { network: '2001:db8:1:2::/64', until: '2026-01-01T00:16:00Z' }] }

  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })

  it('isShownSoWithTheNetworksAndTheirEnd', async () => {
    testingServer([...USERS, barred])
    const page = await shown('identity.user.view')
    const rows = page.findAll('tbody tr').map((row) => row.text())
    expect(rows.filter((row) => row.includes('Barred'))).toHaveLength(1)
    expect(rows[2]).toMatch(/Barred\s*from 192\.0\.2\.7 until .+\n.*from 2001:db8:1:2::\/64 until/)
    expect(page.find('button[aria-label^="Lift"]').exists()).toBe(false)
  })

  it('mayTryAgainOnceThatIsConfirmed', async () => {
    const done = testingServer([...USERS, barred])
    const page = await shown('identity.user.change')
    const [lift, ...others] = page.findAll('button[aria-label^="Lift"]')
    expect(others).toEqual([])
    await lift?.trigger('click')
    expect(done).toEqual([])
    await answer('.el-button--primary')
    await until(() => expect(done).toEqual(['/api/v1/users/users/id of carol/lift-bars']))
  })
})
