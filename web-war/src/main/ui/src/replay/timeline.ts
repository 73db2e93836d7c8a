import type { CastEvent } from './cast'

/** Longest silence that is played when idle time is skipped, seconds. */
export const LONGEST_SILENCE = 1.5

interface Gap {
  from: number
  until: number
}

/**
 * Where the recording's silences are. The recording's own seconds are what the seek bar shows; a silence longer than
 * {@link LONGEST_SILENCE} is cut to it when idle time is skipped.
 */
export class Timeline {
  private readonly gaps: Gap[] = []

  constructor(
    events: readonly CastEvent[],
    readonly duration: number,
  ) {
    let last = 0
    for (const event of events) {
      if (event.seconds - last > LONGEST_SILENCE) this.gaps.push({ from: last + LONGEST_SILENCE, until: event.seconds })
      last = event.seconds
    }
  }

  get idleGaps(): readonly Gap[] {
    return this.gaps
  }

  /** The second to be at after `step` seconds of playing from `now`. */
  advance(now: number, step: number, skipIdle: boolean): number {
    let at = now
    let left = step
    while (skipIdle) {
      const gap = this.gaps.find((candidate) => candidate.until > at)
      if (!gap || at + left < gap.from) break
      left -= Math.max(0, gap.from - at)
      at = gap.until
    }
    return Math.min(this.duration, at + left)
  }
}
