import { ElMessage } from 'element-plus'
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { read, rest } from '../api/client'
import { problemText } from '../api/problem'
import type { Me } from '../api/types'
import { onLocaleChosen, showLocale, type LocaleChoice } from '../i18n'

/** Who is signed in; every page that needs a person loads it first. */
export const useMe = defineStore('me', () => {
  const me = ref<Me>()
  const name = computed(() => me.value?.name || me.value?.username || '')

  onLocaleChosen((choice) => void keepLocale(choice))

  async function load(): Promise<Me> {
    if (me.value) return me.value
    me.value = await read(rest.GET('/users/me'))
    // an account that says nothing leaves it to the browser, and to what was chosen there
    if (me.value.locale) showLocale(me.value.locale)
    return me.value
  }

  /** With the account: for other browsers, and for the menu of SSH. */
  async function keepLocale(choice: LocaleChoice): Promise<void> {
    if (!me.value) return
    try {
      await rest.PATCH('/users/me', { body: { locale: choice } })
      if (me.value) me.value.locale = choice
    } catch (error) {
      ElMessage.error(problemText(error))
    }
  }

  function may(right: string): boolean {
    return me.value?.rights?.includes(right) ?? false
  }

  /** Whether there is more than the own profile for this person in the console: somebody with no right has nothing to do there. */
  const hasConsole = computed(() => (me.value?.rights?.length ?? 0) > 0)

  async function signOut(): Promise<void> {
    await rest.POST('/authentication/sign-out')
    me.value = undefined
  }

  return { me, name, hasConsole, load, may, signOut }
})
