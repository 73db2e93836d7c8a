import { onBeforeUnmount, ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** No link is valid for longer. */
const LIFE = 30 * 60_000

interface Kept {
  token: string
  /** When it came, in milliseconds since 1970. */
  at: number
}

function kept(key: string): Kept | undefined {
  try {
    const { token, at } = JSON.parse(sessionStorage.getItem(key) ?? '') as Partial<Kept>
    const age = Date.now() - Number(at)
    if (typeof token === 'string' && age >= 0 && age < LIFE) return { token, at: Number(at) }
  } catch {
    // there is none, or it is none of ours
  }
  sessionStorage.removeItem(key)
  return undefined
}

/**
 * The token of a link like `#/reset?token=…`. It leaves the address bar and the history at once, also of a link that is opened while
 * the page is shown. So that a reload does not cost a link that is still valid, it waits in the session storage of this tab (never in
 * the local storage, which stays) until it was used or refused, another one came, the person went to another page, or it is too old to
 * be valid.
 *
 * @param opened another link was opened, which begins anew
 */
export function useOneTimeToken(opened: () => void) {
  const route = useRoute()
  const router = useRouter()
  const page = route.path
  const key = `gatehouse.link.${page}`
  const before = kept(key)
  const token = ref(before?.token ?? '')
  let tooOld: ReturnType<typeof setTimeout> | undefined = before && dropAt(before.at)

  function dropAt(at: number) {
    return setTimeout(forget, at + LIFE - Date.now())
  }

  /** It is of no more use. */
  function forget() {
    clearTimeout(tooOld)
    sessionStorage.removeItem(key)
  }

  function take(found: unknown) {
    if (typeof found !== 'string' || !found || route.path !== page) return
    forget()
    token.value = found
    sessionStorage.setItem(key, JSON.stringify({ token: found, at: Date.now() } satisfies Kept))
    tooOld = dropAt(Date.now())
    opened()
    void router.replace(page)
  }
  watch(() => route.query.token, take, { immediate: true })
  onBeforeUnmount(forget)

  return { token, forget }
}
