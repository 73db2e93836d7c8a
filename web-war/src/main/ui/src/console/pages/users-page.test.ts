import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/shared/i18n'
import { useMe } from '@/shared/session/me'
import { until } from '@/shared/testing/until'
import UsersPage from './UsersPage.vue'

const user = (username: string, totpEnrolled: boolean) => ({ id: `id of ${username}`, username, name: username, email: '', locale: 'en', active: true, createdAt: '2026-01-01T00:00:00Z', roles: ['USER'], groups: [], totpEnrolled })
const USERS = [user('alice', true), user('bob', false)]

/** Takes second factors away. */
function testingServer() {
  const removed: string[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'DELETE') removed.push(decodeURIComponent(new URL(request.url).pathname))
    return request.method === 'DELETE' ? new Response(null, { status: 204 }) : new Response(JSON.stringify({ items: USERS, total: USERS.length }), { headers: { 'content-type': 'application/json' } })
  })
  return removed
}

async function shown(...rights: string[]) {
  useMe().me = { ...user('admin', false), rights } as never
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: {} }] })
  const page = mount(UsersPage, { attachTo: document.body, global: { plugins: [router, i18n, VueQueryPlugin] } })
  await until(() => USERS.forEach(({ username }) => expect(page.text()).toContain(username)))
  return page.findAll('button[aria-label^="Reset second factor"]')
}

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
    const buttons = await shown('identity.user.change')
    expect(buttons.map((button) => button.attributes('aria-label'))).toEqual(['Reset second factor alice'])
  })

  it('isLeftAloneByWhoMayOnlyLook', async () => {
    testingServer()
    expect(await shown('identity.user.view')).toEqual([])
  })

  it('isTakenAwayOnceThatIsConfirmed', async () => {
    const removed = testingServer()
    const [reset] = await shown('identity.user.change')
    await reset?.trigger('click')
    await until(() => expect(document.querySelector('.el-message-box')?.textContent).toContain('sign in with the password alone'))
    expect(removed).toEqual([])
    await answer('.el-button--danger')
    await until(() => expect(removed).toEqual(['/api/v1/users/users/id of alice/totp']))
  })

  it('staysWhenNotConfirmed', async () => {
    const removed = testingServer()
    const [reset] = await shown('identity.user.change')
    await reset?.trigger('click')
    await answer('.el-button:not(.el-button--danger)')
    expect(removed).toEqual([])
  })
})
