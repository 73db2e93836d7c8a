import { list } from '@/shared/api/collection'
import { resource, type Field, type Status } from '../resource/types'
import { activeStatus } from './parts'

const CATEGORIES = ['HOST', 'DEVICE', 'DATABASE', 'CLOUD', 'WEB', 'DIRECTORY', 'CUSTOM'] as const
const SU_METHODS = ['NONE', 'SUDO', 'SU', 'ONLY_SUDO', 'ONLY_SU', 'ENABLE', 'SUPER', 'SUPER_LEVEL'] as const

interface AssetForm {
  name: string
  address: string
  platform: string
  zone: string | null
  protocols: { protocol: string; port: number }[]
  nodes: string[]
  labels: string[]
  comment: string
  active: boolean
}

function assetBody({ name, address, platform, zone, protocols, nodes, labels, comment, active }: AssetForm) {
  return { name, address, platform, zone: zone || null, protocols, nodes, labels, comment, active }
}

/** `ssh sftp:22`: protocols that share a port share a tag. */
function byPort(lines: readonly { protocol: string; port: number }[]): string[] {
  const ports = [...new Set(lines.map((line) => line.port))]
  return ports.map((port) => `${lines.filter((line) => line.port === port).map((line) => line.protocol).join(' ')}:${port}`)
}

export const assets = resource('/assets/assets', {
  title: 'nav.assets',
  lead: 'console.asset.lead',
  one: 'console.asset.one',
  emptyTitle: 'console.asset.emptyTitle',
  emptyText: 'console.asset.emptyText',
  right: 'inventory.asset.change',
  order: 'name',
  nameOf: (asset) => asset.name,
  columns: [
    { key: 'name', label: 'console.name', value: (asset) => asset.name, order: 'name', minWidth: 170 },
    { key: 'address', label: 'console.asset.address', kind: 'mono', value: (asset) => asset.address, order: 'address', minWidth: 112 },
    { key: 'platform', label: 'console.asset.platform', kind: 'reference', source: '/assets/platforms', value: (asset) => asset.platform, minWidth: 76 },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'tags', value: (asset) => byPort(asset.protocols), minWidth: 124 },
    { key: 'labels', label: 'console.asset.labels', kind: 'tags', value: (asset) => asset.labels, minWidth: 96 },
    { key: 'zone', label: 'console.asset.zone', kind: 'reference', source: '/assets/zones', value: (asset) => asset.zone, optional: true },
    { key: 'active', label: 'console.state', kind: 'status', width: 98, value: activeStatus },
    { key: 'comment', label: 'console.comment', value: (asset) => asset.comment, optional: true },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true, half: true },
    { key: 'address', label: 'console.asset.address', kind: 'text', required: true, half: true, placeholder: '10.0.0.12' },
    { key: 'platform', label: 'console.asset.platform', kind: 'reference', source: '/assets/platforms', required: true, half: true },
    { key: 'zone', label: 'console.asset.zone', kind: 'reference', source: '/assets/zones', half: true },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'protocols', required: true },
    { key: 'nodes', label: 'console.asset.nodes', kind: 'references', source: '/assets/nodes', describe: (row) => String(row.fullName ?? row.name) },
    { key: 'labels', label: 'console.asset.labels', kind: 'words', hint: 'console.asset.labelsHint', placeholder: 'env:prod' },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
    { key: 'active', label: 'console.active', kind: 'switch' },
  ],
  blank: (): AssetForm => ({ name: '', address: '', platform: '', zone: null, protocols: [{ protocol: 'ssh', port: 22 }, { protocol: 'sftp', port: 22 }], nodes: [], labels: [], comment: '', active: true }),
  defaults: async () => {
    const { items } = await list('/assets/platforms', { search: 'linux', limit: 20 })
    return { platform: items.find((platform) => platform.name === 'Linux')?.id ?? '' }
  },
  toForm: (asset) => ({ ...asset, zone: asset.zone ?? null }),
  toNew: assetBody,
  toChange: assetBody,
})

/** Patterns that a platform may say of a protocol, by their keys, each with an example. */
const PATTERNS = {
  ssh: { password_question: 'password|PIN', username_question: 'login|user name' },
  telnet: { username_prompt: 'login:\\s*$', password_prompt: 'password:\\s*$', success_prompt: '[#>$]\\s*$', failure_prompt: 'incorrect|denied' },
}
type Patterned = keyof typeof PATTERNS
type PatternKey = { [P in Patterned]: keyof (typeof PATTERNS)[P] }[Patterned]
type PatternLabel = { [P in Patterned]: `console.platform.${P}.${keyof (typeof PATTERNS)[P] & string}` }[Patterned]
type Settings = { [name: string]: string }

interface PlatformForm extends Record<PatternKey, string> {
  name: string
  category: string
  type: string
  charset: string
  suMethod: string
  protocols: { protocol: string; port: number }[]
  /** What the form does not show of each protocol stays as it was. */
  settings: Record<string, Settings>
}

function patternKeys(protocol: string) {
  return (protocol in PATTERNS ? Object.keys(PATTERNS[protocol as Patterned]) : []) as PatternKey[]
}

function patternsOf(settings: Record<string, Settings>): Record<PatternKey, string> {
  const entries = Object.keys(PATTERNS).flatMap((protocol) => patternKeys(protocol).map((key) => [key, settings[protocol]?.[key] ?? '']))
  return Object.fromEntries(entries) as Record<PatternKey, string>
}

function patternFields(protocol: Patterned): Field[] {
  const visible = (form: object) => (form as PlatformForm).protocols.some((line) => line.protocol === protocol)
  const examples: Record<string, string> = PATTERNS[protocol]
  return [
    { key: protocol, label: `console.platform.${protocol}.title`, kind: 'heading', visible },
    ...patternKeys(protocol).map((key): Field => ({
      key,
      label: `console.platform.${protocol}.${key}` as PatternLabel,
      kind: 'text',
      hint: `console.platform.${protocol}.hint`,
      placeholder: examples[key],
      sentAs: new RegExp(`\\.settings\\.${key}$`),
      half: true,
      visible,
    })),
  ]
}

/** An empty pattern means the usual one. */
function settingsOf(form: PlatformForm, protocol: string): Settings {
  const all = { ...form.settings[protocol], ...Object.fromEntries(patternKeys(protocol).map((key) => [key, form[key].trim()])) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

function platformBody(form: PlatformForm) {
  const { name, category, type, charset, suMethod, protocols } = form
  return {
    name,
    category,
    type,
    charset,
    suMethod,
    protocols: protocols.map((line, at) => ({ name: line.protocol, port: line.port, primary: at === 0, settings: settingsOf(form, line.protocol) })),
  }
}

export const platforms = resource('/assets/platforms', {
  title: 'nav.platforms',
  lead: 'console.platform.lead',
  one: 'console.platform.one',
  emptyTitle: 'console.platform.emptyTitle',
  emptyText: 'console.platform.emptyText',
  right: 'inventory.platform.change',
  order: 'name',
  nameOf: (platform) => platform.name,
  fixed: (platform) => platform.builtIn,
  columns: [
    { key: 'name', label: 'console.name', value: (platform) => platform.name, order: 'name', minWidth: 160 },
    { key: 'category', label: 'console.platform.category', kind: 'labels', value: (platform) => [`console.platform.categories.${platform.category as 'HOST'}` as const], width: 170 },
    { key: 'type', label: 'console.platform.type', value: (platform) => platform.type },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'tags', value: (platform) => platform.protocols.map((line) => `${line.name}:${line.port}`), minWidth: 180 },
    { key: 'charset', label: 'console.platform.charset', value: (platform) => platform.charset, width: 130 },
    { key: 'builtIn', label: 'console.platform.builtIn', kind: 'labels', width: 120, value: (platform) => [platform.builtIn ? 'console.platform.builtInYes' : 'console.platform.builtInNo'] },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'category', label: 'console.platform.category', kind: 'select', required: true, half: true, options: CATEGORIES.map((value) => ({ value, label: `console.platform.categories.${value}` as const })) },
    { key: 'type', label: 'console.platform.type', kind: 'text', required: true, half: true, placeholder: 'linux' },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'protocols', required: true },
    { key: 'charset', label: 'console.platform.charset', kind: 'select', half: true, hint: 'console.platform.charsetHint', options: [{ value: 'UTF-8', label: 'console.platform.charsets.UTF8' }, { value: 'GBK', label: 'console.platform.charsets.GBK' }] },
    { key: 'suMethod', label: 'console.platform.suMethod', kind: 'select', half: true, options: SU_METHODS.map((value) => ({ value, label: `console.platform.su.${value}` as const })), hint: 'console.platform.suMethodHint' },
    ...patternFields('ssh'),
    ...patternFields('telnet'),
  ],
  blank: (): PlatformForm => ({ name: '', category: 'HOST', type: 'linux', charset: 'UTF-8', suMethod: 'SUDO', protocols: [{ protocol: 'ssh', port: 22 }], settings: {}, ...patternsOf({}) }),
  toForm: (platform) => {
    const settings = Object.fromEntries(platform.protocols.map((line) => [line.name, line.settings ?? {}]))
    return { ...platform, protocols: platform.protocols.map((line) => ({ protocol: line.name, port: line.port })), settings, ...patternsOf(settings) }
  },
  toNew: platformBody,
  toChange: platformBody,
})

interface ZoneForm {
  name: string
  parent: string | null
  comment: string
}

const zoneBody = ({ name, parent, comment }: ZoneForm) => ({ name, parent: parent || null, comment })

export const zones = resource('/assets/zones', {
  title: 'nav.zones',
  lead: 'console.zone.lead',
  one: 'console.zone.one',
  emptyTitle: 'console.zone.emptyTitle',
  emptyText: 'console.zone.emptyText',
  right: 'inventory.zone.change',
  order: 'name',
  nameOf: (zone) => zone.name,
  columns: [
    { key: 'name', label: 'console.name', value: (zone) => zone.name, order: 'name', minWidth: 160 },
    { key: 'parent', label: 'console.zone.parent', kind: 'reference', source: '/assets/zones', value: (zone) => zone.parent, minWidth: 160 },
    { key: 'comment', label: 'console.comment', value: (zone) => zone.comment, minWidth: 200 },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'parent', label: 'console.zone.parent', kind: 'reference', source: '/assets/zones', hint: 'console.zone.parentHint' },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: (): ZoneForm => ({ name: '', parent: null, comment: '' }),
  toForm: (zone) => ({ ...zone, parent: zone.parent ?? null }),
  toNew: zoneBody,
  toChange: zoneBody,
})

const HEALTH: Record<string, Status> = {
  UP: { tone: 'ok', label: 'console.gateway.health.UP' },
  DOWN: { tone: 'bad', label: 'console.gateway.health.DOWN' },
}
const UNKNOWN: Status = { tone: 'quiet', label: 'console.gateway.health.UNKNOWN' }

interface GatewayForm {
  zone: string
  asset: string
  priority: number
  active: boolean
}

const gatewayBody = ({ zone, asset, priority, active }: GatewayForm) => ({ zone, asset, priority, active })

export const gateways = resource('/assets/gateways', {
  title: 'console.gateway.title',
  lead: 'console.gateway.lead',
  one: 'console.gateway.one',
  emptyTitle: 'console.gateway.emptyTitle',
  emptyText: 'console.gateway.emptyText',
  right: 'inventory.zone.change',
  nameOf: (gateway) => gateway.assetName || gateway.asset,
  columns: [
    { key: 'asset', label: 'console.gateway.asset', value: (gateway) => gateway.assetName || gateway.asset, minWidth: 132 },
    { key: 'priority', label: 'console.gateway.priority', kind: 'count', value: (gateway) => gateway.priority, width: 76 },
    { key: 'health', label: 'console.gateway.state', kind: 'status', value: (gateway) => HEALTH[gateway.health] ?? UNKNOWN, width: 118 },
    { key: 'healthSince', label: 'console.gateway.since', kind: 'time', value: (gateway) => gateway.healthSince, width: 118 },
    { key: 'reason', label: 'console.gateway.reason', value: (gateway) => gateway.reason, minWidth: 140 },
    { key: 'latency', label: 'console.gateway.latency', kind: 'count', value: (gateway) => gateway.latencyMillis, width: 84 },
    { key: 'checkedAt', label: 'console.gateway.checked', kind: 'time', value: (gateway) => gateway.checkedAt, width: 118 },
    { key: 'active', label: 'console.state', kind: 'status', width: 104, value: activeStatus },
  ],
  fields: [
    { key: 'asset', label: 'console.gateway.asset', kind: 'reference', source: '/assets/assets', required: true, hint: 'console.gateway.assetHint', describe: (row) => `${row.name} (${row.address})` },
    { key: 'priority', label: 'console.gateway.priority', kind: 'number', half: true, hint: 'console.gateway.priorityHint' },
    { key: 'active', label: 'console.active', kind: 'switch', half: true },
  ],
  blank: (): GatewayForm => ({ zone: '', asset: '', priority: 1, active: true }),
  toForm: (gateway) => ({ ...gateway }),
  toNew: gatewayBody,
  toChange: gatewayBody,
})
