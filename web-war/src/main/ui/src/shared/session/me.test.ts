import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseLocale, locale, localeChoice, onLocaleChosen, showLocale } from '../i18n'
import { useMe } from './me'

/** Knows somebody with this language, and keeps what is changed. Gives what was. */
function testingServer(language: string) {
  const changed: unknown[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'PATCH') changed.push(await request.json())
    return new Response(JSON.stringify({ id: '1', username: 'alice', name: 'Alice', locale: language, rights: [] }), { headers: { 'content-type': 'application/json' } })
  })
  return changed
}

describe('the language of the interface', () => {
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => {
    vi.unstubAllGlobals()
    localStorage.clear()
    onLocaleChosen(() => undefined)
    showLocale('')
  })

  it('isTheAccountsInABrowserWhereNobodyChoseOne', async () => {
    testingServer('zh-CN')
    await useMe().load()
    expect(locale.value).toBe('zh-CN')
    expect(document.documentElement.lang).toBe('zh-CN')
  })

  it('isTheAccountsWhateverSomebodyElseChoseInThisBrowser', async () => {
    testingServer('en-GB')
    chooseLocale('zh-CN')
    await useMe().load()
    expect(locale.value).toBe('en')
    expect(localeChoice.value).toBe('en')
  })

  it('isTheBrowsersAsLongAsTheAccountSaysNothing', async () => {
    const changed = testingServer('')
    chooseLocale('zh-CN')
    await useMe().load()
    expect(locale.value).toBe('zh-CN')
    expect(changed).toEqual([])
  })

  it('isKeptWithTheAccountOnceItIsChosen', async () => {
    const changed = testingServer('')
    await useMe().load()
    chooseLocale('zh-CN')
    await flushPromises()
    chooseLocale('')
    await flushPromises()
    expect(changed).toEqual([{ locale: 'zh-CN' }, { locale: '' }])
    expect(locale.value).toBe('en')
  })

  it('isKeptWithNoAccountAfterTheSignOut', async () => {
    const changed = testingServer('')
    const me = useMe()
    await me.load()
    await me.signOut()
    chooseLocale('zh-CN')
    await flushPromises()
    expect(changed).toEqual([])
  })
})
