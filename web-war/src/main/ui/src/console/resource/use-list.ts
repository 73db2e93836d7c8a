import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed, ref, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { list, type FilterOf, type ListPath, type ListQuery, type RowOf } from '@/shared/api/collection'

const TYPING_PAUSE_MS = 250

/** One server-side list: paging, search and order are the server's; rows of the page before stay until the next ones come. */
export function useList<P extends ListPath>(path: MaybeRefOrGetter<P>, filters: MaybeRefOrGetter<Partial<FilterOf<P>>> = {}, options: { order?: string; refreshMs?: number } = {}) {
  const page = ref(1)
  const pageSize = ref(25)
  const typed = ref('')
  const search = ref('')
  const order = ref(options.order ?? '')

  let pause = 0
  watch(typed, (text) => {
    window.clearTimeout(pause)
    pause = window.setTimeout(() => (search.value = text.trim()), TYPING_PAUSE_MS)
  })
  watch([search, order, pageSize, () => JSON.stringify(toValue(filters))], () => (page.value = 1))

  const parameters = computed<ListQuery & Partial<FilterOf<P>>>(() => ({
    ...toValue(filters),
    limit: pageSize.value,
    offset: (page.value - 1) * pageSize.value,
    search: search.value,
    order: order.value,
  }))
  const query = useQuery({
    queryKey: [computed(() => toValue(path)), parameters],
    queryFn: () => list<P>(toValue(path), parameters.value),
    placeholderData: keepPreviousData,
    refetchInterval: options.refreshMs,
  })
  const rows = computed<RowOf<P>[]>(() => query.data.value?.items ?? [])
  const total = computed(() => query.data.value?.total ?? 0)
  return { page, pageSize, typed, search, order, rows, total, query }
}

/** What a table needs of a list, whatever its path. */
export type ListState<Row> = Omit<ReturnType<typeof useList<ListPath>>, 'rows'> & { rows: { readonly value: Row[] } }
