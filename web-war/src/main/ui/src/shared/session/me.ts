import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { read, rest } from '../api/client'
import type { Me } from '../api/types'

/** Who is signed in; every page that needs a person loads it first. */
export const useMe = defineStore('me', () => {
  const me = ref<Me>()
  const name = computed(() => me.value?.name || me.value?.username || '')

  async function load(): Promise<Me> {
    me.value ??= await read(rest.GET('/users/me'))
    return me.value
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
