import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { api } from '@/shared/api/client'

interface Named {
  id: string
  name?: string
  fullName?: string
  username?: string
}

const MOST = 1000

/** Names by id of a short list (platforms, zones, nodes); asked once and shared by every cell. */
export function useNames(source: MaybeRefOrGetter<string>) {
  const query = useQuery({
    queryKey: ['names', computed(() => toValue(source))],
    queryFn: () => api.list<Named>(toValue(source), { limit: MOST }),
    staleTime: 60_000,
  })
  return computed(() => new Map((query.data.value?.items ?? []).map((row) => [row.id, row.name ?? row.fullName ?? row.username ?? row.id])))
}
