import type { ListPath } from '@/shared/api/collection'
import type { AuditEvent } from '@/shared/api/types'
import { size } from '@/shared/format'
import { t } from '@/shared/i18n'
import { refusalText, wordOf } from '@/shared/i18n/words'
import { ENDS, KINDS, OPERATIONS, RESULTS } from './session-words'

/** One thing that an event says. */
export interface Detail {
  name: string
  label: string
  text: string
  /** What an id is of: a list whose rows have a name, a session to go to, or anything else. */
  id?: ListPath | 'session' | 'other'
  time?: boolean
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}$/
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const CODE = /^[A-Z]+(_[A-Z]+)*$/

const SOURCES: Record<string, ListPath | 'session'> = {
  account: '/accounts/accounts',
  asset: '/assets/assets',
  node: '/assets/nodes',
  permission: '/perms/asset-permissions',
  platform: '/assets/platforms',
  session: 'session',
  user: '/users/users',
  zone: '/assets/zones',
}

const among = <T extends string>(all: readonly T[], code: string, between: string) => all.find((one) => one === code.toLowerCase().replaceAll('_', between))

function outcome(code: string): string | undefined {
  const [end, result] = [among(ENDS, code, '-'), among(RESULTS, code, '_')]
  return end ? t(`sessions.ends.${end}`) : result && t(`sessions.transfer.results.${result}`)
}

/** A refusal's code in the language of the page, or at least in words. */
const reason = (code: string) => refusalText(code, 0, '')?.replace('（）', '') ?? code.toLowerCase().replaceAll('_', ' ')

/** What the codes of some details mean; nothing of one that this version does not know. */
const WORDS: Record<string, (code: string) => string | undefined> = {
  access: (code) => (code === 'READ' ? t('share.read') : code === 'WRITE' ? t('share.write') : undefined),
  direction: (code) => (code === 'LOCAL' ? t('sessions.tunnel.local') : code === 'REMOTE' ? t('sessions.tunnel.remote') : undefined),
  factor: (code) => wordOf('factors', code),
  kind: (code) => among(KINDS, code, '-') && t(`sessions.kinds.${among(KINDS, code, '-') as (typeof KINDS)[number]}`),
  operation: (code) => among(OPERATIONS, code, '_') && t(`sessions.transfer.operations.${among(OPERATIONS, code, '_') as (typeof OPERATIONS)[number]}`),
  outcome,
  reason,
}

/** A list as the server writes it, `[PASSWORD, TOTP]`. */
const parts = (text: string) => /^\[(.*)\]$/s.exec(text)?.[1]?.split(', ').filter(Boolean)

function valueText(name: string, value: string): string {
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'common.yes' : 'common.no')
  if (/(^|-)bytes$/.test(name) && /^\d+$/.test(value)) return size(Number(value))
  if (name === 'factors') return parts(value)?.map((factor) => wordOf('factors', factor)).join(t('common.comma')) ?? value
  if (CODE.test(value)) return WORDS[name]?.(value) ?? value
  return parts(value)?.join(t('common.comma')) ?? value
}

function detail(name: string, value: string): Detail {
  const label = wordOf('fields', name)
  if (ID.test(value)) return { name, label, text: value, id: SOURCES[name] ?? 'other' }
  if (TIME.test(value)) return { name, label, text: value, time: true }
  return { name, label, text: valueText(name, value) }
}

/** What an event says, in words; what it leaves open is nothing to read. */
export function detailsOf({ fields }: Pick<AuditEvent, 'fields'>): Detail[] {
  return Object.entries(fields ?? {}).flatMap(([name, value]) => (value === '' || value === '[]' || value === null || value === undefined ? [] : [detail(name, String(value))]))
}

/** In a line. Names before ids, and of an id its beginning: the rest is in the details. */
export function detailWords(event: Pick<AuditEvent, 'fields'>): string {
  const all = detailsOf(event)
  return [...all.filter((one) => !one.id), ...all.filter((one) => one.id)].map(({ label, text, id }) => `${label}: ${id ? `${text.slice(0, 8)}…` : text}`).join(' · ')
}
