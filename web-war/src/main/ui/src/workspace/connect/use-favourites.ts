import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { computed } from 'vue'
import { rest } from '@/shared/api/client'
import { list, type Page } from '@/shared/api/collection'
import { problemText } from '@/shared/api/problem'
import type { ReachableAsset } from '@/shared/api/types'
import type { RememberedAsset } from './remembered'

const KEY = ['favourites']

/** The person's favourites, kept by the server, so that they are there on every machine. */
export function useFavourites() {
  const queries = useQueryClient()
  const query = useQuery({ queryKey: KEY, queryFn: () => list('/perms/users/self/favorite-assets'), staleTime: 60_000 })
  const favourites = computed<RememberedAsset[]>(() => query.data.value?.items ?? [])
  const isFavourite = (asset: string) => favourites.value.some((known) => known.id === asset)

  /** Shown at once, and taken back when the server refuses. */
  async function toggle(asset: RememberedAsset) {
    const before = queries.getQueryData<Page<RememberedAsset>>(KEY)
    const was = isFavourite(asset.id)
    const items = was ? favourites.value.filter((known) => known.id !== asset.id) : [asset, ...favourites.value]
    queries.setQueryData(KEY, { items: items as ReachableAsset[], total: items.length })
    try {
      if (was) await rest.DELETE('/assets/favorite-assets/{asset}', { params: { path: { asset: asset.id } } })
      else await rest.POST('/assets/favorite-assets', { body: { asset: asset.id } })
    } catch (error) {
      queries.setQueryData(KEY, before)
      ElMessage.error(problemText(error))
    }
  }

  return { favourites, isFavourite, toggle }
}
