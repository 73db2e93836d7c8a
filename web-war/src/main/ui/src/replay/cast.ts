/** `o` output, `i` input, `r` resize as `80x24`, `m` marker: an event of asciicast v2, one line `[seconds, kind, data]`. */
export type EventKind = 'o' | 'i' | 'r' | 'm'

export interface CastEvent {
  seconds: number
  kind: EventKind
  data: string
}

const KINDS = new Set(['o', 'i', 'r', 'm'])

function parseEvent(line: string): CastEvent | undefined {
  try {
    const [seconds, kind, data] = JSON.parse(line) as [unknown, unknown, unknown]
    if (typeof seconds !== 'number' || typeof data !== 'string' || !KINDS.has(String(kind))) return undefined
    return { seconds, kind: kind as EventKind, data }
  } catch {
    return undefined
  }
}

/** Reads the events of one part. A line that is none (the last one of a recording that was cut off) is left out. */
export function parseEvents(text: string): CastEvent[] {
  const events: CastEvent[] = []
  for (const line of text.split('\n')) {
    const event = line === '' ? undefined : parseEvent(line)
    if (event) events.push(event)
  }
  return events
}
