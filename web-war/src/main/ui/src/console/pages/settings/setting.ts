import { UNITS } from '@/shared/format'

export type SettingValue = boolean | number | string | string[]

/** One record of settings: its fields and what they are set to. Durations are ISO 8601. */
export interface SettingView {
  name: string
  values: Record<string, SettingValue>
}

const PARTS: [string, number][] = [
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
]

export const isDuration = (value: SettingValue) => typeof value === 'string' && /^-?P[T\dDHMS.]+$/.test(value)

/** `PT8H30M` as `8h 30m`. */
export function readDuration(iso: string): string {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(iso)
  if (!found) return iso
  let left = PARTS.reduce((sum, [, seconds], at) => sum + Number(found[at + 1] ?? 0) * seconds, 0)
  const words = PARTS.map(([unit, seconds]) => {
    const count = Math.floor(left / seconds)
    left -= count * seconds
    return count > 0 ? `${count}${unit}` : ''
  }).filter(Boolean)
  return words.join(' ') || '0'
}

/** `8h 30m` as `PT30600S`; nothing when it cannot be read. */
export function writeDuration(text: string): string | undefined {
  const words = text.trim().toLowerCase().split(/\s+/)
  let seconds = 0
  for (const word of words) {
    const found = /^(\d+)([dhms])?$/.exec(word)
    if (!found || (!found[2] && found[1] !== '0')) return undefined
    seconds += Number(found[1]) * (PARTS.find(([unit]) => unit === found[2])?.[1] ?? 0)
  }
  return `PT${seconds}S`
}

/** Bytes in the largest unit that loses nothing: `1 GiB`, `1000 B`. */
export function readSize(bytes: number): string {
  let at = 0
  while (at < UNITS.length - 1 && bytes !== 0 && bytes % 1024 ** (at + 1) === 0) at += 1
  return `${bytes / 1024 ** at} ${UNITS[at]}`
}

/** `1.5 GiB` as bytes; nothing when it cannot be read. */
export function writeSize(text: string): number | undefined {
  const [, count, letter] = /^(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?$/i.exec(text.trim()) ?? []
  if (count === undefined) return undefined
  const bytes = Number(count) * 1024 ** ' kmgt'.indexOf(letter?.toLowerCase() || ' ')
  return Number.isSafeInteger(bytes) ? bytes : undefined
}

/** `idleLimit` as `Idle limit`, for settings whose name no language file knows. */
export function words(name: string): string {
  const spaced = name.replace(/-/g, ' ').replace(/([a-z0-9])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1)
}
