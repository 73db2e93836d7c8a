import { ref, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What narrows a list, kept in the address, so that it can be linked to and survives going back. */
export function useFilters<K extends string>(...keys: K[]) {
  const route = useRoute()
  const router = useRouter()
  const filters = ref(Object.fromEntries(keys.map((key) => [key, String(route.query[key] ?? '')])) as Record<string, string>)
  watch(filters, (now) => {
    const kept = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== ''))
    const others = Object.fromEntries(Object.entries(route.query).filter(([key]) => !(keys as string[]).includes(key)))
    void router.replace({ query: { ...others, ...kept } })
  })
  return filters as typeof filters & { value: Record<K, string> }
}
