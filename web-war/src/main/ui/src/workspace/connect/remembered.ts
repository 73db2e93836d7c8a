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
const brief = ({ id, name, address, platformName, labels }: RememberedAsset): RememberedAsset => ({ id, name, address, platformName, labels })

/** In this browser, for each person by themselves: the next one who signs in here does not see it. */
let owner = ''
let choices: Record<string, Choice> = {}
export const recent = ref<RememberedAsset[]>([])

const key = (what: string) => `gatehouse.${what}.${owner}`

function read<T>(what: string, empty: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key(what)) ?? 'null') as T | null) ?? empty
  } catch {
    return empty
  }
}

export function rememberFor(person: string): void {
  owner = person
  choices = read<Record<string, Choice>>('choices', {})
  recent.value = read<RememberedAsset[]>('recent', [])
}

export const lastChoice = (asset: string): Choice | undefined => choices[asset]

export function rememberChoice(asset: RememberedAsset, choice: Choice): void {
  choices[asset.id] = choice
  localStorage.setItem(key('choices'), JSON.stringify(choices))
  recent.value = [brief(asset), ...recent.value.filter((known) => known.id !== asset.id)].slice(0, MOST_RECENT)
  localStorage.setItem(key('recent'), JSON.stringify(recent.value))
}
