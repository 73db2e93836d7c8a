import type { Status } from '../resource/types'

export function activeStatus(row: { active: boolean }): Status {
  return row.active ? { tone: 'ok', label: 'console.active' } : { tone: 'quiet', label: 'console.inactive' }
}

/** The instant that a form's date means, as the server reads it. */
export function instant(value: unknown): string | null {
  return value ? new Date(value as string | Date).toISOString() : null
}
