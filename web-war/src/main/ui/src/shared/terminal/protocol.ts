/*
 * What is spoken on /ws/terminal and /ws/watch/{session}: bytes of the terminal in binary frames, both ways; control in text
 * frames, one JSON object each. Positions count the bytes of the session's output from its start.
 */

/** From the browser. `tab` is a random secret of this tab, without which nobody else's tab can take the shell over. */
export type ClientControl =
  | { type: 'open'; token: string; tab: string; columns: number; rows: number }
  | { type: 'resume'; session: string; tab: string; received: number; columns: number; rows: number }
  | { type: 'resize'; columns: number; rows: number }
  | { type: 'ack'; received: number }
  | { type: 'close' }

/** Somebody at a session: its own person, guests who type or look on, and, for watchers, those who watch by right. */
export interface Participant {
  user: string
  name: string
  role: 'person' | 'writer' | 'reader' | 'watcher'
  since: string
}

/** From the server. */
export type ServerControl =
  /** The shell runs; `actions` are those that the permission gives. */
  | { type: 'opened'; session: string; actions: string[]; until?: string | null }
  /** The same shell again; the next binary frame begins at `from`. With `snapshot` too much was missed, and `screen` paints it. */
  | { type: 'resumed'; from: number; snapshot: boolean; screen?: string }
  /** How many of the bytes typed on this socket the target has taken. */
  | { type: 'typed'; received: number }
  /** Who is there. */
  | { type: 'people'; people: Participant[] }
  /** For watchers: how large the person's terminal is. */
  | { type: 'size'; columns: number; rows: number }
  /** A message for the person: a limit draws near, an administrator locked the session. */
  | { type: 'notice'; text: string }
  | { type: 'locked'; locked: boolean }
  | { type: 'ended'; code: string; detail: string }

const TYPES = new Set(['opened', 'resumed', 'typed', 'people', 'size', 'notice', 'locked', 'ended'])

export function parseControl(text: string): ServerControl | undefined {
  try {
    const control = JSON.parse(text) as { type?: unknown }
    return TYPES.has(String(control.type)) ? (control as ServerControl) : undefined
  } catch {
    return undefined
  }
}

export function socketAddress(path: string): string {
  const { protocol, host } = window.location
  return `${protocol === 'http:' ? 'ws' : 'wss'}://${host}${path}`
}
