import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import type { CastEvent } from './cast'
import { Parts, type Outline, type Source } from './recording'
import { Timeline } from './timeline'

export const SPEEDS = [0.5, 1, 1.5, 2, 4, 8, 16] as const

/** What the player draws on. */
export interface Screen {
  reset: (columns: number, rows: number) => void
  resize: (columns: number, rows: number) => void
  write: (data: string) => void
}

/** Clients without a window said 0x0 in old recordings. */
export function sizeOf(event: CastEvent): [number, number] | undefined {
  const found = /^(\d+)x(\d+)$/.exec(event.data)
  return found ? [Number(found[1]) || 80, Number(found[2]) || 24] : undefined
}

/**
 * Plays a recording on a screen, part by part: it starts with the first and jumps by fetching the one that is wanted, which begins with
 * a picture of the screen. Time runs on animation frames, so that a hidden tab stands still.
 */
export function usePlayer(screen: Screen, source: Source) {
  const outline = shallowRef<Outline>()
  const timeline = computed(() => new Timeline(outline.value?.silences ?? [], outline.value?.seconds ?? 0))
  const now = ref(0)
  const playing = ref(false)
  const waiting = ref(false)
  const failure = ref<unknown>()
  const speed = ref<number>(1)
  const skipIdle = ref(true)
  let parts = new Parts(source, [])
  let part = 0
  let events: CastEvent[] = []
  let next = 0
  let jump = 0
  let pending = 0
  let frame = 0
  let lastTick = 0

  /** Draws what happened up to `until`, as far as it was fetched. */
  function show(until: number) {
    let output = ''
    for (;;) {
      const event = events[next]
      if (event && event.seconds > until) break
      if (!event) {
        if (part + 1 >= parts.count || parts.start(part + 1) > until || !turnPage()) break
        continue
      }
      next += 1
      if (event.kind === 'o') output += event.data
      const size = event.kind === 'r' ? sizeOf(event) : undefined
      if (size) {
        screen.write(output)
        output = ''
        screen.resize(...size)
      }
    }
    if (output) screen.write(output)
    now.value = waiting.value ? Math.min(until, parts.start(part + 1)) : until
  }

  /** To the next part; when it is not there yet, playing waits for it. */
  function turnPage(): boolean {
    const there = parts.peek(part + 1)
    if (!there) {
      void wait(parts.fetch(part + 1, false))
      return false
    }
    enter(part + 1, there)
    return true
  }

  function enter(number: number, all: CastEvent[]) {
    part = number
    events = all
    next = 0
    if (part + 1 < parts.count) parts.fetch(part + 1, false).catch(() => undefined)
  }

  async function wait<T>(fetched: Promise<T>): Promise<T | undefined> {
    pending += 1
    waiting.value = true
    try {
      return await fetched
    } catch (error) {
      failure.value = error
      pause()
      return undefined
    } finally {
      pending -= 1
      waiting.value = pending > 0
    }
  }

  async function seek(seconds: number) {
    if (!outline.value) return
    const to = Math.min(Math.max(0, seconds), outline.value.seconds)
    const wanted = parts.at(to)
    jump += 1
    if (wanted === part && to >= now.value && events.length > 0) {
      show(to)
      return
    }
    const mine = jump
    now.value = to
    const all = await wait(parts.fetch(wanted, true))
    if (!all || mine !== jump) return
    screen.reset(outline.value.width, outline.value.height)
    enter(wanted, all)
    show(to)
  }

  function tick(time: number) {
    if (!playing.value || !outline.value) return
    if (!waiting.value) show(timeline.value.advance(now.value, ((time - lastTick) / 1000) * speed.value, skipIdle.value))
    lastTick = time
    if (now.value >= outline.value.seconds && !waiting.value) playing.value = false
    else frame = requestAnimationFrame(tick)
  }

  function play() {
    if (!outline.value || playing.value) return
    if (now.value >= outline.value.seconds) void seek(0)
    playing.value = true
    lastTick = performance.now()
    frame = requestAnimationFrame(tick)
  }

  function pause() {
    playing.value = false
    cancelAnimationFrame(frame)
  }

  /** @param from second to begin at */
  async function load(given: Outline, from: number) {
    outline.value = given
    parts = new Parts(source, given.parts)
    part = 0
    events = []
    next = 0
    now.value = 0
    screen.reset(given.width, given.height)
    await seek(from)
  }

  function faster(by: 1 | -1) {
    const at = SPEEDS.findIndex((known) => known === speed.value)
    speed.value = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + by))] ?? 1
  }

  onScopeDispose(pause)
  return { outline, timeline, now, playing, waiting, failure, speed, skipIdle, load, play, pause, seek, faster, toggle: () => (playing.value ? pause() : play()) }
}
