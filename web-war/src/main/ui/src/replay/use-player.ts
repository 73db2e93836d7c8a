import { computed, onBeforeUnmount, ref, shallowRef } from 'vue'
import type { Cast, CastEvent } from './cast'
import { Timeline } from './timeline'

export const SPEEDS = [0.5, 1, 1.5, 2, 4, 8, 16] as const

/** What the player draws on. */
export interface Screen {
  reset: (columns: number, rows: number) => void
  resize: (columns: number, rows: number) => void
  write: (data: string) => void
}

export function sizeOf(event: CastEvent): [number, number] | undefined {
  const found = /^(\d+)x(\d+)$/.exec(event.data)
  return found ? [Number(found[1]), Number(found[2])] : undefined
}

/** Plays a cast on a screen. Time runs on animation frames, so that a hidden tab stands still. */
export function usePlayer(screen: Screen) {
  const cast = shallowRef<Cast>()
  const timeline = computed(() => new Timeline(cast.value?.events ?? [], cast.value?.duration ?? 0))
  const now = ref(0)
  const playing = ref(false)
  const speed = ref<number>(1)
  const skipIdle = ref(true)
  let next = 0
  let frame = 0
  let lastTick = 0

  function show(until: number) {
    const events = cast.value?.events ?? []
    let output = ''
    for (; next < events.length; next += 1) {
      const event = events[next] as CastEvent
      if (event.seconds > until) break
      if (event.kind === 'o') output += event.data
      const size = event.kind === 'r' ? sizeOf(event) : undefined
      if (size) {
        screen.write(output)
        output = ''
        screen.resize(...size)
      }
    }
    if (output) screen.write(output)
    now.value = until
  }

  function seek(seconds: number) {
    const to = Math.min(Math.max(0, seconds), cast.value?.duration ?? 0)
    if (to < now.value && cast.value) {
      next = 0
      screen.reset(cast.value.header.width, cast.value.header.height)
    }
    show(to)
  }

  function tick(time: number) {
    if (!playing.value || !cast.value) return
    show(timeline.value.advance(now.value, ((time - lastTick) / 1000) * speed.value, skipIdle.value))
    lastTick = time
    if (now.value >= cast.value.duration) playing.value = false
    else frame = requestAnimationFrame(tick)
  }

  function play() {
    if (!cast.value || playing.value) return
    if (now.value >= cast.value.duration) seek(0)
    playing.value = true
    lastTick = performance.now()
    frame = requestAnimationFrame(tick)
  }

  function pause() {
    playing.value = false
    cancelAnimationFrame(frame)
  }

  function load(given: Cast) {
    cast.value = given
    next = 0
    now.value = 0
    screen.reset(given.header.width, given.header.height)
  }

  function faster(by: 1 | -1) {
    const at = SPEEDS.findIndex((known) => known === speed.value)
    speed.value = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + by))] ?? 1
  }

  onBeforeUnmount(pause)
  return { cast, timeline, now, playing, speed, skipIdle, load, play, pause, seek, faster, toggle: () => (playing.value ? pause() : play()) }
}
