import { t, tm } from '.'

/** What a code of the server means, such as `session.opened`; the code itself when this version does not know it. */
export function wordOf(kind: 'events' | 'fields' | 'factors' | 'areas' | 'verbs', code: string): string {
  const known = tm(`audit.${kind}`) as Record<string, unknown>
  return typeof known[code] === 'string' ? known[code] : code
}

/** Every code of an event that there are words for. */
export const eventCodes = (): string[] => Object.keys(tm('audit.events') as object)

/**
 * What a refusal of the server means, with its own `detail` where that says more; nothing when there is no text for the code.
 *
 * @param field of a form that it is about: some have a text of their own
 */
export function refusalText(code: string, status: number, detail: string, field = ''): string | undefined {
  const known = tm('refusals') as Record<string, unknown>
  const key = [`${code}_${field}`, `${code}_${status}`, code].find((name) => Object.hasOwn(known, name))
  return key && t(`refusals.${key}`, { detail })
}
