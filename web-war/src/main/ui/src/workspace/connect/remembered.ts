import { ref } from 'vue'
import type { ReachableAsset } from '@/shared/api/types'

/** What a person chose last on an asset; names only, never a secret. */
export interface Choice {
  protocol: string
  account: string
}

/** Enough of an asset to show it and to ask the server for the rest. */
export type RememberedAsset = Pick<ReachableAsset, 'id' | 'name' | 'address' | 'platformName' | 'labels'>

const MOST_RECENT = 12

function read<T>(key: string, empty: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? empty
  } catch {
    return empty
  }
}

const brief = ({ id, name, address, platformName, labels }: RememberedAsset): RememberedAsset => ({ id, name, address, platformName, labels })
const CHOICES = 'gatehouse.choices'
const FAVOURITES = 'gatehouse.favourites'
const RECENT = 'gatehouse.recent'

const choices = read<Record<string, Choice>>(CHOICES, {})
export const favourites = ref(read<RememberedAsset[]>(FAVOURITES, []))
export const recent = ref(read<RememberedAsset[]>(RECENT, []))

export const lastChoice = (asset: string): Choice | undefined => choices[asset]

export function rememberChoice(asset: RememberedAsset, choice: Choice): void {
  choices[asset.id] = choice
  localStorage.setItem(CHOICES, JSON.stringify(choices))
  recent.value = [brief(asset), ...recent.value.filter((known) => known.id !== asset.id)].slice(0, MOST_RECENT)
  localStorage.setItem(RECENT, JSON.stringify(recent.value))
}

export const isFavourite = (asset: string) => favourites.value.some((known) => known.id === asset)

export function toggleFavourite(asset: RememberedAsset): void {
  favourites.value = isFavourite(asset.id) ? favourites.value.filter((known) => known.id !== asset.id) : [...favourites.value, brief(asset)]
  localStorage.setItem(FAVOURITES, JSON.stringify(favourites.value))
}
