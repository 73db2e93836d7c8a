import type { Asset, Platform, Zone } from '@/shared/api/types'
import type { Form, Resource } from '../resource/types'
import { activeStatus } from './parts'

const CATEGORIES = ['HOST', 'DEVICE', 'DATABASE', 'CLOUD', 'WEB', 'DIRECTORY', 'CUSTOM'] as const
const SU_METHODS = ['NONE', 'SUDO', 'SU', 'ONLY_SUDO', 'ONLY_SU', 'ENABLE', 'SUPER', 'SUPER_LEVEL'] as const

const TELNET_PROMPTS = ['username_prompt', 'password_prompt', 'success_prompt', 'failure_prompt'] as const
const TELNET_EXAMPLES = { username_prompt: 'login:\\s*$', password_prompt: 'password:\\s*$', success_prompt: '[#>$]\\s*$', failure_prompt: 'incorrect|denied' }

function speaksTelnet(form: Form): boolean {
  return (form.protocols as { protocol: string }[]).some((line) => line.protocol === 'telnet')
}

/** What was stored, with the prompts of the form; an empty prompt means the usual one. */
function settingsOf(form: Form, protocol: string): Record<string, string> {
  const stored = (form.settings as Record<string, Record<string, string>>)[protocol] ?? {}
  if (protocol !== 'telnet') return stored
  const others = Object.entries(stored).filter(([key]) => !TELNET_PROMPTS.includes(key as (typeof TELNET_PROMPTS)[number]))
  const prompts = TELNET_PROMPTS.map((key) => [key, String(form[key] ?? '').trim()]).filter(([, value]) => value)
  return Object.fromEntries([...others, ...prompts])
}

export const assets: Resource<Asset> = {
  path: '/assets/assets/',
  title: 'nav.assets',
  lead: 'console.asset.lead',
  one: 'console.asset.one',
  emptyTitle: 'console.asset.emptyTitle',
  emptyText: 'console.asset.emptyText',
  right: 'inventory.asset.change',
  order: 'name',
  nameOf: (asset) => asset.name,
  columns: [
    { key: 'name', label: 'console.name', value: (asset) => asset.name, order: 'name', minWidth: 130 },
    { key: 'address', label: 'console.asset.address', kind: 'mono', value: (asset) => asset.address, order: 'address', minWidth: 120 },
    { key: 'platform', label: 'console.asset.platform', kind: 'reference', source: '/assets/platforms/', value: (asset) => asset.platform, minWidth: 90 },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'tags', value: (asset) => asset.protocols.map((line) => `${line.protocol}:${line.port}`), minWidth: 132 },
    { key: 'labels', label: 'console.asset.labels', kind: 'tags', value: (asset) => asset.labels, minWidth: 104 },
    { key: 'zone', label: 'console.asset.zone', kind: 'reference', source: '/assets/zones/', value: (asset) => asset.zone, optional: true },
    { key: 'active', label: 'console.state', kind: 'status', width: 104, value: activeStatus },
    { key: 'comment', label: 'console.comment', value: (asset) => asset.comment, optional: true },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true, half: true },
    { key: 'address', label: 'console.asset.address', kind: 'text', required: true, half: true, placeholder: '10.0.0.12' },
    { key: 'platform', label: 'console.asset.platform', kind: 'reference', source: '/assets/platforms/', required: true, half: true },
    { key: 'zone', label: 'console.asset.zone', kind: 'reference', source: '/assets/zones/', half: true },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'protocols', required: true },
    { key: 'nodes', label: 'console.asset.nodes', kind: 'references', source: '/assets/nodes/', describe: (row) => String(row.fullName ?? row.name) },
    { key: 'labels', label: 'console.asset.labels', kind: 'words', hint: 'console.asset.labelsHint', placeholder: 'env:prod' },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
    { key: 'active', label: 'console.active', kind: 'switch' },
  ],
  blank: () => ({ name: '', address: '', platform: '', zone: null, protocols: [{ protocol: 'ssh', port: 22 }, { protocol: 'sftp', port: 22 }], nodes: [], labels: [], comment: '', active: true }),
  toForm: (asset) => ({ ...asset }),
  toBody: (form) => ({
    name: form.name,
    address: form.address,
    platform: form.platform,
    zone: form.zone || null,
    protocols: form.protocols,
    nodes: form.nodes,
    labels: form.labels,
    comment: form.comment ?? '',
    active: form.active,
  }),
}

export const platforms: Resource<Platform> = {
  path: '/assets/platforms/',
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
    { key: 'category', label: 'console.platform.category', kind: 'status', value: (platform) => ({ tone: 'quiet', label: `console.platform.categories.${platform.category}` }), width: 170 },
    { key: 'type', label: 'console.platform.type', value: (platform) => platform.type },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'tags', value: (platform) => platform.protocols.map((line) => `${line.name}:${line.port}`), minWidth: 180 },
    { key: 'charset', label: 'console.platform.charset', value: (platform) => platform.charset, width: 130 },
    { key: 'builtIn', label: 'console.platform.builtIn', kind: 'status', width: 120, value: (platform) => ({ tone: 'quiet', label: platform.builtIn ? 'console.platform.builtInYes' : 'console.platform.builtInNo' }) },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'category', label: 'console.platform.category', kind: 'select', required: true, half: true, options: CATEGORIES.map((value) => ({ value, label: `console.platform.categories.${value}` as const })) },
    { key: 'type', label: 'console.platform.type', kind: 'text', required: true, half: true, placeholder: 'linux' },
    { key: 'protocols', label: 'console.asset.protocols', kind: 'protocols', required: true },
    { key: 'charset', label: 'console.platform.charset', kind: 'select', half: true, hint: 'console.platform.charsetHint', options: [{ value: 'UTF-8', label: 'console.platform.charsets.UTF8' }, { value: 'GBK', label: 'console.platform.charsets.GBK' }] },
    { key: 'suMethod', label: 'console.platform.suMethod', kind: 'select', half: true, options: SU_METHODS.map((value) => ({ value, label: `console.platform.su.${value}` as const })), hint: 'console.platform.suMethodHint' },
    ...TELNET_PROMPTS.map((key) => ({ key, label: `console.platform.telnet.${key}` as const, kind: 'text' as const, hint: 'console.platform.telnet.hint' as const, placeholder: TELNET_EXAMPLES[key], half: true, visible: speaksTelnet })),
  ],
  blank: () => ({ name: '', category: 'HOST', type: 'linux', charset: 'UTF-8', suMethod: 'SUDO', protocols: [{ protocol: 'ssh', port: 22 }], settings: {} }),
  toForm: (platform) => ({
    ...platform,
    protocols: platform.protocols.map((line) => ({ protocol: line.name, port: line.port })),
    settings: Object.fromEntries(platform.protocols.map((line) => [line.name, line.settings])),
    ...Object.fromEntries(TELNET_PROMPTS.map((key) => [key, platform.protocols.find((line) => line.name === 'telnet')?.settings[key] ?? ''])),
  }),
  toBody: (form) => ({
    name: form.name,
    category: form.category,
    type: form.type,
    charset: form.charset,
    suMethod: form.suMethod,
    protocols: (form.protocols as { protocol: string; port: number }[]).map((line, at) => ({
      name: line.protocol,
      port: line.port,
      primary: at === 0,
      settings: settingsOf(form, line.protocol),
    })),
  }),
}

export const zones: Resource<Zone> = {
  path: '/assets/zones/',
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
    { key: 'parent', label: 'console.zone.parent', kind: 'reference', source: '/assets/zones/', value: (zone) => zone.parent, minWidth: 160 },
    { key: 'comment', label: 'console.comment', value: (zone) => zone.comment, minWidth: 200 },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'parent', label: 'console.zone.parent', kind: 'reference', source: '/assets/zones/', hint: 'console.zone.parentHint' },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: () => ({ name: '', parent: null, comment: '' }),
  toForm: (zone) => ({ ...zone }),
  toBody: (form) => ({ name: form.name, parent: form.parent || null, comment: form.comment ?? '' }),
}
