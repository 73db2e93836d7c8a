import { ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * The token of a link like `#/reset?token=…`. It leaves the address bar and the history at once, also of a link that is opened while
 * the page is shown. So that a reload does not cost a link that is still valid, it waits in the session storage of this tab (never in
 * the local storage, which stays) until it was used or refused, or another one came.
 *
 * @param opened another link was opened, which begins anew
 */
export function useOneTimeToken(opened: () => void) {
  const route = useRoute()
  const router = useRouter()
  const page = route.path
  const key = `gatehouse.link.${page}`
  const token = ref(sessionStorage.getItem(key) ?? '')

  function take(found: unknown) {
    if (typeof found !== 'string' || !found || route.path !== page) return
    token.value = found
    sessionStorage.setItem(key, found)
    opened()
    void router.replace(page)
  }
  watch(() => route.query.token, take, { immediate: true })

  /** It is of no more use. */
  const forget = () => sessionStorage.removeItem(key)
  return { token, forget }
}
