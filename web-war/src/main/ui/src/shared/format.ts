import { locale } from './i18n'

/** Instants arrive as ISO 8601 in UTC and are shown in the reader's zone. */
export function shortTime(iso: string): string {
  const time = new Date(iso)
  const today = time.toDateString() === new Date().toDateString()
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }
  return new Intl.DateTimeFormat(locale.value, today ? clock : { ...clock, second: undefined, year: 'numeric', month: '2-digit', day: '2-digit' }).format(time)
}

export function exactTime(iso: string): string {
  const local = new Intl.DateTimeFormat(locale.value, { dateStyle: 'full', timeStyle: 'long' }).format(new Date(iso))
  return `${local}\n${iso}`
}

/** Seconds as `1:02:03` or `2:03`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

export const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** Bytes in binary units with three significant digits, as `1.25 MiB`. */
export function size(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${unit === 0 ? value : Number(value.toPrecision(3))} ${UNITS[unit]}`
}
