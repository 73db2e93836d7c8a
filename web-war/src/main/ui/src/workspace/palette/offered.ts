import type { RememberedAsset } from '../connect/remembered'

const matches = (asset: RememberedAsset, words: string) => `${asset.name} ${asset.address} ${asset.labels.join(' ')}`.toLowerCase().includes(words)

function rank(asset: RememberedAsset, words: string): number {
  const name = asset.name.toLowerCase()
  if (name === words || asset.address === words) return 0
  return name.startsWith(words) ? 1 : 2
}

/** `account@asset`, also as it is written for a client: `ssh deploy@web-1:22`. A port is a habit; the asset knows its own. */
export function askedFor(typed: string): { account: string; words: string } {
  const text = typed.trim().replace(/^(?:ssh|sftp)\s+(?=\S)/i, '')
  const cut = text.lastIndexOf('@')
  return { account: cut < 0 ? '' : text.slice(0, cut).trim(), words: text.slice(cut + 1).trim().replace(/:\d+$/, '') }
}

/**
 * What the palette offers for the typed text, the likeliest first. An answer to an earlier text may still be shown, but only what fits
 * the present one: whoever types fast and presses Enter must not land on another machine.
 *
 * @param answer what the server found, `late` when that was for an earlier text
 */
export function offered(text: string, recent: readonly RememberedAsset[], answer: readonly RememberedAsset[], late: boolean): RememberedAsset[] {
  const words = text.toLowerCase()
  const known = recent.filter((asset) => matches(asset, words))
  const found = answer.filter((asset) => (!late || matches(asset, words)) && !known.some((other) => other.id === asset.id))
  const all = [...known, ...found]
  return words === '' ? all : all.sort((a, b) => rank(a, words) - rank(b, words))
}
