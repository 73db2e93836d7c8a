import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { i18n } from '@/shared/i18n'
import ResetPage from './ResetPage.vue'
import SetupPage from './SetupPage.vue'

const PASSWORD = 'a-long-enough-password'

async function shown(page: Component, address: string) {
  const router: Router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/sign-in', component: {} }, { path: '/:any(.*)*', component: page }] })
  await router.push(address)
  const wrapper = mount(page, { global: { plugins: [router, i18n] }, attachTo: document.body })
  await flushPromises()
  const fill = async (password: string, repeat: string) => {
    await wrapper.get('#password').setValue(password)
    await wrapper.get('#repeat').setValue(repeat)
  }
  const submit = async () => {
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }
  return { router, wrapper, fill, submit, button: () => wrapper.get('button.submit') }
}

interface Answer {
  status: number
  body: object
}
const json = ({ status, body }: Answer) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** Takes links for good, but for what `checks` says of them, and answers their exchange so. Gives what was exchanged. */
function answering(status: number, body: object, checks: Answer = { status: 200, body: { minimumLength: 12 } }) {
  const sent: { url: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url).pathname
    if (url.endsWith('/check')) return json(checks)
    sent.push({ url, body: await request.json() })
    return json({ status, body })
  })
  return sent
}

describe('a page that a one-time link leads to', () => {
  beforeEach(() => void answering(200, {}))
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
    sessionStorage.clear()
    document.body.innerHTML = ''
  })

  it('takesTheTokenOutOfTheAddress', async () => {
    const { router } = await shown(ResetPage, '/reset?token=once')
    expect(router.currentRoute.value.fullPath).toBe('/reset')
  })

  it('keepsTheTokenOverAReloadOfThisTabOnly', async () => {
    const sent = answering(200, {})
    await shown(ResetPage, '/reset?token=once')
    // a reload takes the page away without taking it down
    const { fill, submit } = await shown(ResetPage, '/reset')
    expect(JSON.stringify(localStorage)).not.toContain('once')
    await fill(PASSWORD, PASSWORD)
    await submit()
    expect(sent[0]?.body).toEqual({ token: 'once', password: PASSWORD })
  })

  it('keepsNoTokenThatWasUsedOrRefused', async () => {
    answering(200, {})
    const used = await shown(ResetPage, '/reset?token=once')
    await used.fill(PASSWORD, PASSWORD)
    await used.submit()
    expect(sessionStorage).toHaveLength(0)
    answering(400, { code: 'LINK_INVALID', detail: 'this link is not valid' })
    const refused = await shown(ResetPage, '/reset?token=again')
    await refused.fill(PASSWORD, PASSWORD)
    await refused.submit()
    expect(sessionStorage).toHaveLength(0)
  })

  it('keepsNoTokenForWhoeverComesAfterThePageWasLeft', async () => {
    const { wrapper } = await shown(ResetPage, '/reset?token=once')
    expect(JSON.stringify(sessionStorage)).toContain('once')
    wrapper.unmount()
    expect(sessionStorage).toHaveLength(0)
  })

  it('keepsNoTokenThatIsTooOldToBeValid', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    await shown(ResetPage, '/reset?token=once')
    vi.setSystemTime(Date.now() + 30 * 60_000)
    expect((await shown(ResetPage, '/reset')).wrapper.find('form').exists()).toBe(false)
    expect(sessionStorage).toHaveLength(0)
  })

  it('keepsNoTokenThatGrowsTooOldWhileItIsShown', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    await shown(ResetPage, '/reset?token=once')
    expect(JSON.stringify(sessionStorage)).toContain('once')
    vi.advanceTimersByTime(30 * 60_000)
    expect(sessionStorage).toHaveLength(0)
  })

  it('keepsATokenWhosePasswordIsRefused', async () => {
    answering(400, { code: 'PASSWORD_WEAK', detail: 'too easy to guess' })
    const { fill, submit } = await shown(ResetPage, '/reset?token=once')
    await fill(PASSWORD, PASSWORD)
    await submit()
    expect(JSON.stringify(sessionStorage)).toContain('once')
  })

  it('takesTheTokenOfALinkThatIsOpenedWhileItIsShown', async () => {
    const sent = answering(200, {})
    const { router, fill, submit, wrapper } = await shown(ResetPage, '/reset')
    for (const token of ['first', 'second']) {
      await router.push(`/reset?token=${token}`)
      await flushPromises()
      expect(router.currentRoute.value.fullPath).toBe('/reset')
      expect(wrapper.find('form').exists()).toBe(true)
    }
    expect(JSON.stringify(sessionStorage)).not.toContain('first')
    await fill(PASSWORD, PASSWORD)
    await submit()
    expect(sent[0]?.body).toEqual({ token: 'second', password: PASSWORD })
  })

  it('saysHowToGetALinkThatIsWhole', async () => {
    const { wrapper } = await shown(ResetPage, '/reset')
    expect(wrapper.text()).toContain('./gatehouse admin-reset NAME')
    expect(wrapper.find('form').exists()).toBe(false)
  })

  it('saysOfALinkThatIsOfNoMoreUseBeforeAnythingIsTyped', async () => {
    answering(200, {}, { status: 400, body: { code: 'LINK_INVALID', detail: 'this link was used already' } })
    const { wrapper } = await shown(ResetPage, '/reset?token=used')
    expect(wrapper.find('form').exists()).toBe(false)
    expect(wrapper.get('h1').text()).toBe('This link is no longer valid')
    expect(wrapper.get('[role=alert]').text()).toBe('this link was used already')
    expect(wrapper.text()).toContain('./gatehouse admin-reset NAME')
    expect(sessionStorage).toHaveLength(0)
  })

  it('sendsWhoeverIsLateWithTheSetUpToSignIn', async () => {
    answering(200, {}, { status: 409, body: { code: 'ADMINISTRATOR_EXISTS', detail: 'there is an administrator already' } })
    const { wrapper, router } = await shown(SetupPage, '/setup?token=late')
    expect(wrapper.find('form').exists()).toBe(false)
    await wrapper.get('button.other').trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.path).toBe('/sign-in')
  })

  it('keepsALinkThatCouldNotBeCheckedAndAsksAgain', async () => {
    answering(200, {}, { status: 503, body: { code: 'DATABASE_UNAVAILABLE', detail: 'the database is away' } })
    const { wrapper } = await shown(ResetPage, '/reset?token=once')
    expect(wrapper.find('form').exists()).toBe(false)
    expect(wrapper.get('[role=alert]').text()).toContain('the database is away')
    answering(200, {})
    await wrapper.get('[role=alert] button').trigger('click')
    await flushPromises()
    expect(wrapper.find('form').exists()).toBe(true)
    expect(JSON.stringify(sessionStorage)).toContain('once')
  })

  it('wantsAsManyCharactersAsTheServer', async () => {
    answering(200, {}, { status: 200, body: { minimumLength: 8 } })
    const { wrapper, fill, button } = await shown(ResetPage, '/reset?token=once')
    expect(wrapper.text()).toContain('At least 8 characters')
    await fill('four-🔑🔑', 'four-🔑🔑')
    expect(button().attributes('disabled')).toBeDefined()
    await fill('eight-🔑🔑', 'eight-🔑🔑')
    expect(button().attributes('disabled')).toBeUndefined()
  })

  it('wantsALongPasswordTwice', async () => {
    const { fill, button } = await shown(ResetPage, '/reset?token=once')
    await fill('short', 'short')
    expect(button().attributes('disabled')).toBeDefined()
    await fill(PASSWORD, PASSWORD + '!')
    expect(button().attributes('disabled')).toBeDefined()
    await fill(PASSWORD, PASSWORD)
    expect(button().attributes('disabled')).toBeUndefined()
  })

  it('exchangesTheTokenAndLeadsToSignIn', async () => {
    const sent = answering(200, {})
    const { router, fill, submit, button } = await shown(ResetPage, '/reset?token=once')
    await fill(PASSWORD, PASSWORD)
    await submit()
    expect(sent).toEqual([{ url: '/api/v1/authentication/reset', body: { token: 'once', password: PASSWORD } }])
    await button().trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.fullPath).toBe('/sign-in')
  })

  it('saysWhyALinkIsRefused', async () => {
    answering(403, { code: 'LINK_EXPIRED', detail: 'this link is too old' })
    const { fill, submit, wrapper } = await shown(ResetPage, '/reset?token=old')
    await fill(PASSWORD, PASSWORD)
    await submit()
    expect(wrapper.get('[role=alert]').text()).toBe('this link is too old')
  })

  it('leadsTheFirstAdministratorToTheConsole', async () => {
    const sent = answering(200, {})
    const { router, wrapper, fill, submit, button } = await shown(SetupPage, '/setup?token=first')
    await wrapper.get('#username').setValue(' ')
    await fill(PASSWORD, PASSWORD)
    expect(button().attributes('disabled')).toBeDefined()
    await wrapper.get('#username').setValue('root ')
    await submit()
    expect(sent[0]?.body).toEqual({ token: 'first', username: 'root', name: 'root', password: PASSWORD })
    await button().trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query.next).toBe('/ui/#/')
  })

  it('saysAtEachFieldWhatTheServerRefusesAndGoesToTheFirst', async () => {
    const errors = [
      { field: 'password', code: 'PASSWORD_WEAK', message: 'too easy to guess' },
      { field: 'username', code: 'VALUE_INVALID', message: 'no user name' },
    ]
    answering(400, { code: 'PASSWORD_WEAK', detail: 'two things', errors })
    const { wrapper, fill, submit } = await shown(SetupPage, '/setup?token=first')
    await wrapper.get('#username').setValue('a b')
    await fill(PASSWORD, PASSWORD)
    await submit()
    const said = (id: string) => (wrapper.get(id).attributes('aria-describedby') ?? '').split(' ').map((one) => document.getElementById(one)?.textContent).join(' ')
    expect(said('#username')).toContain('no user name')
    expect(said('#password')).toContain('too easy to guess')
    expect(wrapper.get('#name').attributes('aria-invalid')).toBeUndefined()
    expect(document.activeElement).toBe(wrapper.get('#username').element)
    expect(wrapper.find('[role=alert]').exists()).toBe(false)
    answering(200, {})
    await submit()
    expect(wrapper.get('h1').text()).toBe('The administrator is ready')
  })
})
