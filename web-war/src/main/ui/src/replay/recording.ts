import { api, read, rest } from '@/shared/api/client'
import { parseEvents, type CastEvent } from './cast'
import type { Gap } from './timeline'

/** What is known of a recording before any of it was fetched. */
export interface Outline {
  width: number
  height: number
  start: string
  title: string
  seconds: number
  /** Second at which each part begins. */
  parts: number[]
  silences: Gap[]
}

export interface Hit {
  seconds: number
  text: string
}

/** Where recordings come from; tests bring their own. */
export interface Source {
  outline: () => Promise<Outline>
  /** @param screen begin with what the screen shows at the part's start */
  part: (number: number, screen: boolean) => Promise<CastEvent[]>
}

export const replayPath = (session: string) => `/terminal/sessions/${session}/replay/`

export function remoteSource(session: string): Source {
  const path = replayPath(session)
  return {
    outline: () => api.get<Outline>(`${path}outline/`),
    part: async (number, screen) => parseEvents((await read(rest.GET('/terminal/sessions/{id}/replay/parts/{number}', { params: { path: { id: session, number }, query: { screen } }, parseAs: 'text' }))) ?? ''),
  }
}

/** The server looks no further. */
export const MOST_FOUND = 500

export const searchReplay = (session: string, text: string) => api.get<Hit[]>(`${replayPath(session)}search/`, { text })
export const replayMarkers = (session: string) => api.get<Hit[]>(`${replayPath(session)}markers/`)

const MOST_KEPT = 24

/** The parts of one recording, fetched when they are wanted; the latest are kept. */
export class Parts {
  private readonly kept = new Map<string, Promise<CastEvent[]>>()
  private readonly there = new Map<string, CastEvent[]>()

  constructor(
    private readonly source: Source,
    private readonly starts: readonly number[],
  ) {}

  get count(): number {
    return this.starts.length
  }

  start(number: number): number {
    return this.starts[number] ?? Number.POSITIVE_INFINITY
  }

  /** The part that holds this second. */
  at(seconds: number): number {
    return Math.max(0, this.starts.findLastIndex((start) => start <= seconds))
  }

  /** Only if it was fetched before. */
  peek(number: number): CastEvent[] | undefined {
    return this.there.get(`${number} false`)
  }

  fetch(number: number, screen: boolean): Promise<CastEvent[]> {
    const key = `${number} ${screen}`
    const known = this.kept.get(key)
    if (known) return known
    const events = this.source.part(number, screen)
    this.kept.set(key, events)
    events.then(
      (all) => this.there.set(key, all),
      // what failed is asked for again
      () => this.kept.delete(key),
    )
    this.forgetOldest()
    return events
  }

  private forgetOldest(): void {
    for (const key of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) return
      this.kept.delete(key)
      this.there.delete(key)
    }
  }
}
