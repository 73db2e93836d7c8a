export interface Gap {
  from: number
  until: number
}

/** The recording's own seconds are what the seek bar shows; when idle time is skipped, its silences are jumped over. */
export class Timeline {
  constructor(
    readonly gaps: readonly Gap[],
    readonly duration: number,
  ) {}

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
