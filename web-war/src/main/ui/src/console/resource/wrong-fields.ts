import type { WrongField } from '@/shared/api/problem'
import type { Field } from './types'

/** What is needed of a field to find it. */
export type Place = Pick<Field, 'key'> & Partial<Pick<Field, 'kind' | 'sentAs'>>

/** By the key of a field: what is wrong with it, and where in it, as `protocols[1].port`. */
export type Complaints = Record<string, { text: string; path: string }>

const isWithin = (path: string, key: string) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`)

function fieldOf(path: string, fields: readonly Place[]): Place | undefined {
  const shown = fields.filter((field) => field.kind !== 'heading')
  return shown.find((field) => field.sentAs?.test(path)) ?? shown.find((field) => isWithin(path, field.key))
}

/** Brings what the server says to the fields that are shown, in their order; what concerns none of them is left. */
export function placed(wrong: readonly WrongField[], fields: readonly Place[]): { complaints: Complaints; left: string[] } {
  const found = wrong.map(({ path, text }) => ({ path, text, key: fieldOf(path, fields)?.key }))
  const complaints: Complaints = {}
  for (const { key } of fields) {
    const own = found.filter((one) => one.key === key)
    if (own[0]) complaints[key] = { path: own[0].path, text: [...new Set(own.map(({ text }) => text))].join('\n') }
  }
  return { complaints, left: found.filter(({ key }) => key === undefined).map(({ text }) => text) }
}
