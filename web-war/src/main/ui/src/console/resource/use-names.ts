import { useQuery } from '@tanstack/vue-query'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { listAny, type ListPath } from '@/shared/api/collection'

export interface Named {
  id: string
  name?: string
  fullName?: string
  username?: string
}

const MOST = 1000

export const nameOf = (row: Named) => row.username ?? row.name ?? row.fullName ?? row.id

/** Names by id of the first rows of a list (platforms, groups, zones); asked once and shared by every cell. */
export function useNames(source: MaybeRefOrGetter<ListPath>) {
  const query = useQuery({
    queryKey: ['names', computed(() => toValue(source))],
    queryFn: async () => new Map(((await listAny(toValue(source), { limit: MOST })).items as unknown as Named[]).map((row) => [row.id, nameOf(row)])),
    staleTime: 60_000,
  })
  return { names: computed(() => query.data.value ?? new Map<string, string>()), ready: query.isFetched }
}
