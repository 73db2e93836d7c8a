/** What a reload of this browser tab finds again, for each person by themselves; the browser drops it with the tab. */
const PARTS = ['shells', 'guests', 'arrangement'] as const
export type Part = (typeof PARTS)[number]

let owner = ''
const start = (part: Part) => `gatehouse.${part}`
const keyOf = (part: Part) => (owner ? `${start(part)}.${owner}` : start(part))

/** Drops what somebody else had in this tab: the next one who signs in here does not see it. */
export function keepFor(person: string): void {
  owner = person
  const own = PARTS.map(keyOf)
  const foreign = Object.keys(sessionStorage).filter((key) => PARTS.some((part) => key.startsWith(start(part))) && !own.includes(key))
  for (const key of foreign) sessionStorage.removeItem(key)
}

/** Nothing when it cannot be read. */
export function readKept<T>(part: Part): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(keyOf(part)) ?? 'null') as T | null) ?? undefined
  } catch {
    return undefined
  }
}

/** @param value nothing, or an empty list, to keep nothing */
export function writeKept(part: Part, value: unknown): void {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) sessionStorage.removeItem(keyOf(part))
  else sessionStorage.setItem(keyOf(part), JSON.stringify(value))
}
