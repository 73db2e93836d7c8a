import { tm } from '.'

/** What a code of the server means, such as `session.opened`; the code itself when this version does not know it. */
export function wordOf(kind: 'events' | 'areas' | 'verbs', code: string): string {
  const known = tm(`audit.${kind}`) as Record<string, unknown>
  return typeof known[code] === 'string' ? known[code] : code
}

/** Every code of an event that there are words for. */
export const eventCodes = (): string[] => Object.keys(tm('audit.events') as object)
