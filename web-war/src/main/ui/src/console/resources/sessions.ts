import type { AuditEvent, RecordedCommand, Session, Transfer, Tunnel } from '@/shared/api/types'
import { t } from '@/shared/i18n'
import { wordOf } from '@/shared/i18n/words'
import type { Filter } from '../resource/ListFilters.vue'
import type { Column, Status } from '../resource/types'
import { detailWords } from './event-details'
import { ENDS, KINDS, type OPERATIONS, type RESULTS } from './session-words'

/** Its kind in words. */
export const kindOf = (session: Session) => `sessions.kinds.${session.kind as (typeof KINDS)[number]}` as const
export const hasPicture = (session: Session) => session.kind === 'terminal' || session.kind === 'command'

export const isLive = (session: Session) => !session.endedAt

function sessionState(session: Session): Status {
  if (!isLive(session)) return { tone: 'quiet', label: 'sessions.over' }
  return session.locked ? { tone: 'warn', label: 'sessions.locked' } : { tone: 'ok', label: 'sessions.running' }
}

export function riskOf(session: { risk?: string }): Status {
  switch (session.risk) {
    case 'denied':
      return { tone: 'bad', label: 'sessions.riskDenied' }
    case 'reviewed':
      return { tone: 'info', label: 'sessions.riskReviewed' }
    case 'warned':
      return { tone: 'warn', label: 'sessions.riskWarned' }
    default:
      return { tone: 'quiet', label: 'sessions.riskNone' }
  }
}

export function seconds(session: { startedAt: string; endedAt?: string | null }): number {
  return ((session.endedAt ? Date.parse(session.endedAt) : Date.now()) - Date.parse(session.startedAt)) / 1000
}

/** Why it ended: what the server has to say, otherwise how. Empty while it runs. */
export function endOf(session: { reason?: string | null; result?: string | null }): string {
  const known = ENDS.find((end) => end === session.result)
  return session.reason ?? (known ? t(`sessions.ends.${known}`) : (session.result ?? ''))
}

export const sessionColumns: Column<Session>[] = [
  { key: 'user', label: 'sessions.user', value: (session) => session.username, minWidth: 96, order: 'username' },
  { key: 'asset', label: 'sessions.asset', value: (session) => session.assetName, minWidth: 104, order: 'assetName' },
  { key: 'account', label: 'sessions.account', kind: 'mono', value: (session) => session.accountName, minWidth: 104, order: 'accountName' },
  { key: 'kind', label: 'sessions.kind', kind: 'labels', value: (session) => [kindOf(session)], width: 84 },
  { key: 'protocol', label: 'sessions.protocol', value: (session) => session.protocol, width: 82 },
  { key: 'from', label: 'sessions.from', value: (session) => session.from, width: 85, optional: true },
  { key: 'address', label: 'sessions.address', kind: 'mono', value: (session) => session.address, width: 140, optional: true },
  { key: 'startedAt', label: 'sessions.started', kind: 'time', value: (session) => session.startedAt, width: 128, order: 'startedAt' },
  { key: 'duration', label: 'sessions.duration', kind: 'seconds', value: seconds, width: 74 },
  { key: 'commands', label: 'nav.commands', value: (session) => session.commands, width: 95 },
  { key: 'transfers', label: 'nav.transfers', value: (session) => session.transfers, width: 105, optional: true },
  { key: 'output', label: 'sessions.output', kind: 'size', value: (session) => session.outputBytes, width: 100, optional: true },
  { key: 'input', label: 'sessions.input', kind: 'size', value: (session) => session.inputBytes, width: 100, optional: true },
  { key: 'risk', label: 'sessions.risk', kind: 'status', value: riskOf, width: 130, optional: true },
  { key: 'state', label: 'console.state', kind: 'status', value: sessionState, width: 106 },
  { key: 'reason', label: 'sessions.result', value: endOf, minWidth: 150 },
]

const MOST_STRANGE = 0.1

/** Some commands, such as rsync, answer with bytes that are no text. */
export function readable(output: string | null | undefined): string {
  const text = output ?? ''
  const strange = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  return strange > MOST_STRANGE * text.length ? t('sessions.command.binary') : text
}

export const commandColumns: Column<RecordedCommand>[] = [
  { key: 'at', label: 'sessions.command.at', kind: 'time', value: (command) => command.startedAt, width: 128, order: 'startedAt' },
  { key: 'command', label: 'sessions.command.command', kind: 'mono', value: (command) => command.text, minWidth: 220 },
  { key: 'typedBy', label: 'sessions.command.typedBy', value: (command) => command.typedBy || command.username, width: 110 },
  { key: 'output', label: 'sessions.command.output', kind: 'mono', value: (command) => readable(command.output), minWidth: 160 },
  { key: 'user', label: 'sessions.command.sessionOf', value: (command) => command.username, width: 118, order: 'username' },
  { key: 'asset', label: 'sessions.asset', value: (command) => command.assetName, width: 120, order: 'asset' },
  { key: 'account', label: 'sessions.account', kind: 'mono', value: (command) => command.accountName, width: 120, optional: true, order: 'account' },
]

const TONES: Record<string, Status['tone']> = { succeeded: 'ok', failed: 'bad', denied: 'warn', interrupted: 'warn' }

function transferResult(transfer: Transfer): Status {
  const result = transfer.result as (typeof RESULTS)[number]
  return { tone: TONES[result] ?? 'quiet', label: `sessions.transfer.results.${result}` }
}

export const userFilter: Filter = { key: 'user', label: 'sessions.user', kind: 'reference', source: '/users/users', describe: (row) => `${row.username} (${row.name})` }
export const assetFilter: Filter = { key: 'asset', label: 'sessions.asset', kind: 'reference', source: '/assets/assets', describe: (row) => `${row.name} (${row.address})` }

export const transferColumns: Column<Transfer>[] = [
  { key: 'at', label: 'sessions.command.at', kind: 'time', value: (transfer) => transfer.at, width: 118, order: 'at' },
  { key: 'operation', label: 'sessions.transfer.operation', kind: 'labels', value: (transfer) => [`sessions.transfer.operations.${transfer.operation as (typeof OPERATIONS)[number]}` as const], width: 118, order: 'operation' },
  { key: 'path', label: 'sessions.transfer.path', kind: 'mono', value: (transfer) => (transfer.secondPath ? `${transfer.path} → ${transfer.secondPath}` : transfer.path), minWidth: 190, order: 'path' },
  { key: 'bytes', label: 'sessions.transfer.size', kind: 'size', value: (transfer) => transfer.bytes, width: 92, order: 'bytes' },
  { key: 'user', label: 'sessions.user', value: (transfer) => transfer.username, width: 92, order: 'username' },
  { key: 'asset', label: 'sessions.asset', value: (transfer) => transfer.assetName, width: 104, order: 'assetName' },
  { key: 'account', label: 'sessions.account', kind: 'mono', value: (transfer) => transfer.accountName, width: 110, optional: true },
  { key: 'protocol', label: 'sessions.protocol', value: (transfer) => transfer.protocol, width: 90, optional: true },
  { key: 'result', label: 'sessions.transfer.result', kind: 'status', value: transferResult, width: 130, order: 'result' },
  { key: 'detail', label: 'sessions.transfer.detail', value: (transfer) => transfer.detail, minWidth: 160, optional: true },
  { key: 'sha256', label: 'sessions.transfer.sum', kind: 'mono', value: (transfer) => transfer.sha256, minWidth: 120 },
]

export const kindFilter: Filter = { key: 'kind', label: 'sessions.kind', kind: 'select', options: KINDS.map((value) => ({ value, label: `sessions.kinds.${value}` as const })) }
export const periodFilter: Filter = { key: 'period', label: 'console.filter.period', kind: 'period' }

const DIRECTIONS: Record<string, Status> = { local: { tone: 'info', label: 'sessions.tunnel.local' }, remote: { tone: 'warn', label: 'sessions.tunnel.remote' } }

export const tunnelColumns: Column<Tunnel>[] = [
  { key: 'startedAt', label: 'sessions.started', kind: 'time', value: (tunnel) => tunnel.startedAt, width: 118, order: 'startedAt' },
  { key: 'duration', label: 'sessions.duration', kind: 'seconds', value: seconds, width: 80 },
  { key: 'direction', label: 'sessions.tunnel.direction', kind: 'status', value: (tunnel) => DIRECTIONS[tunnel.direction], width: 110 },
  { key: 'host', label: 'sessions.tunnel.destination', kind: 'mono', value: (tunnel) => `${tunnel.host}:${tunnel.port}`, minWidth: 160, order: 'host' },
  { key: 'originator', label: 'sessions.tunnel.originator', kind: 'mono', value: (tunnel) => tunnel.originator, width: 150, optional: true },
  { key: 'user', label: 'sessions.user', value: (tunnel) => tunnel.username, width: 110, order: 'username' },
  { key: 'asset', label: 'sessions.asset', value: (tunnel) => tunnel.assetName, minWidth: 110, order: 'assetName' },
  { key: 'account', label: 'sessions.account', kind: 'mono', value: (tunnel) => tunnel.accountName, width: 100 },
  { key: 'sent', label: 'sessions.tunnel.sent', kind: 'size', value: (tunnel) => tunnel.sentBytes, width: 92, order: 'sentBytes' },
  { key: 'received', label: 'sessions.tunnel.received', kind: 'size', value: (tunnel) => tunnel.receivedBytes, width: 92, order: 'receivedBytes' },
]

export const eventColumns: Column<AuditEvent>[] = [
  { key: 'at', label: 'sessions.command.at', kind: 'time', value: (event) => event.at, width: 128, order: 'at' },
  { key: 'type', label: 'sessions.event.type', value: (event) => wordOf('events', event.type), minWidth: 180, order: 'type' },
  { key: 'actor', label: 'sessions.event.actor', value: (event) => event.actor, width: 104, order: 'actor' },
  { key: 'channel', label: 'sessions.event.channel', value: (event) => event.channel, width: 74 },
  { key: 'address', label: 'sessions.address', kind: 'mono', value: (event) => event.address, width: 130, order: 'address' },
  { key: 'fields', label: 'sessions.event.fields', value: (event) => detailWords(event), minWidth: 320 },
]
