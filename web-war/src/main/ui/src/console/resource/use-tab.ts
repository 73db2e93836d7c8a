import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Which of two lists a page shows: what the address says, so that going back and links change it; without a word there, the first. */
export function useTab<T extends string>(first: T, second: T) {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => (route.query.tab === second ? second : first),
    set: (tab: T) => void router.replace({ query: { tab } }),
  })
}
