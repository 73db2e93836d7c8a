/** asciicast v2: a header line, then one line for each event `[seconds, kind, data]`. */
export interface CastHeader {
  version: number
  width: number
  height: number
  /** Unix time of the start, seconds. */
  timestamp?: number
  title?: string
}

/** `o` output, `i` input, `r` resize as `80x24`, `m` marker. */
export type EventKind = 'o' | 'i' | 'r' | 'm'

export interface CastEvent {
  seconds: number
  kind: EventKind
  data: string
}

export interface Cast {
  header: CastHeader
  events: CastEvent[]
  /** Seconds from the start to the last event. */
  duration: number
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

/** Reads a whole recording. A line that is not an event (the last one of a session that was cut off) is left out. */
export function parseCast(text: string): Cast {
  const lines = text.split('\n')
  const header = JSON.parse(lines[0] ?? '') as CastHeader
  if (header.version !== 2) throw new Error(`asciicast version ${header.version}`)
  const events: CastEvent[] = []
  for (const line of lines.slice(1)) {
    const event = line === '' ? undefined : parseEvent(line)
    if (event) events.push(event)
  }
  return { header, events, duration: events.at(-1)?.seconds ?? 0 }
}

// CSI, OSC, other two-byte escapes, and control characters but line feed
const NOISE = /\u001b\[[0-9;?<>=!]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_()#][0-9A-Za-z]?|[\u0000-\u0009\u000b-\u001f\u007f]/g

export function plainText(data: string): string {
  return data.replace(NOISE, '')
}

export interface Hit {
  seconds: number
  /** The line around the hit. */
  line: string
}

const MOST_HITS = 500

/** Where `wanted` is shown, whatever the case. Lines are joined across events, since a word may arrive letter by letter. */
export function searchOutput(events: CastEvent[], wanted: string): Hit[] {
  const needle = wanted.toLowerCase()
  const hits: Hit[] = []
  if (needle === '') return hits
  let line = ''
  let lineHit: Hit | undefined
  for (const event of events) {
    if (event.kind !== 'o') continue
    plainText(event.data)
      .split('\n')
      .forEach((part, at) => {
        if (at > 0) {
          line = ''
          lineHit = undefined
        }
        line += part
        if (lineHit) lineHit.line = line
        else if (line.toLowerCase().includes(needle)) hits.push((lineHit = { seconds: event.seconds, line }))
      })
    if (hits.length >= MOST_HITS) break
  }
  return hits
}
