const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What of `now` is not as it was. */
export function difference(before: object, now: object): Record<string, unknown> {
  const old = before as Record<string, unknown>
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => !same(old[key], value)))
}
