import { ACTIONS, type Permission } from '@/shared/api/types'
import { resource, type Status } from '../resource/types'
import { activeStatus, instant } from './parts'

const asset = { kind: 'reference', source: '/assets/assets', describe: (row: Record<string, unknown>) => `${row.name} (${row.address})` } as const

interface AccountForm {
  asset: string
  username: string
  name: string
  kind: string
  hasSecret?: boolean
  password: string
  privateKey: string
  passphrase: string
  privileged: boolean
  suFrom: string | null
  active: boolean
  comment: string
}

/** Nothing when no new secret was typed: the stored one stays. */
function secretOf(form: AccountForm): { secret?: string; passphrase?: string } {
  const secret = form.kind === 'PASSWORD' ? form.password : form.privateKey
  if (!secret) return {}
  return { secret, ...(form.kind === 'SSH_KEY' && form.passphrase ? { passphrase: form.passphrase } : {}) }
}

function accountBody(form: AccountForm) {
  const { username, kind, privileged, suFrom, active, comment } = form
  return { name: form.name || username, username, kind, privileged, suFrom: suFrom || null, active, comment, ...secretOf(form) }
}

export const accounts = resource('/accounts/accounts', {
  title: 'nav.accounts',
  lead: 'console.account.lead',
  one: 'console.account.one',
  emptyTitle: 'console.account.emptyTitle',
  emptyText: 'console.account.emptyText',
  right: 'vault.account.change',
  order: 'name',
  nameOf: (account) => account.name,
  columns: [
    { key: 'name', label: 'console.name', value: (account) => account.name, order: 'name', minWidth: 140 },
    { key: 'username', label: 'console.account.username', kind: 'mono', value: (account) => account.username, order: 'username', minWidth: 170 },
    { key: 'asset', label: 'console.account.asset', value: (account) => account.assetName || account.asset, minWidth: 150 },
    { key: 'kind', label: 'console.account.kind', kind: 'labels', width: 160, value: (account) => [`console.account.${account.kind as 'PASSWORD'}` as const] },
    { key: 'secret', label: 'console.account.secret', kind: 'status', width: 120, value: (account) => ({ tone: account.hasSecret ? 'ok' : 'warn', label: account.hasSecret ? 'console.account.stored' : 'console.account.missing' }) },
    { key: 'privileged', label: 'console.account.privileged', kind: 'flag', width: 110, value: (account) => account.privileged, optional: true },
    { key: 'active', label: 'console.state', kind: 'status', width: 110, value: activeStatus },
    { key: 'updatedAt', label: 'console.updatedAt', kind: 'time', width: 160, order: 'updatedAt', value: (account) => account.updatedAt, optional: true },
    { key: 'comment', label: 'console.comment', value: (account) => account.comment, optional: true },
  ],
  fields: [
    { key: 'asset', label: 'console.account.asset', required: true, createOnly: true, ...asset },
    { key: 'username', label: 'console.account.username', kind: 'text', required: true, half: true },
    { key: 'name', label: 'console.name', kind: 'text', half: true, hint: 'console.account.nameHint' },
    { key: 'kind', label: 'console.account.kind', kind: 'select', required: true, options: [{ value: 'PASSWORD', label: 'console.account.PASSWORD' }, { value: 'SSH_KEY', label: 'console.account.SSH_KEY' }] },
    { key: 'password', label: 'console.account.password', kind: 'secret', sentAs: /^secret$/, visible: (form) => form.kind === 'PASSWORD' && form.hasSecret !== true },
    { key: 'password', label: 'console.account.password', kind: 'secret', sentAs: /^secret$/, hint: 'console.account.secretKept', visible: (form) => form.kind === 'PASSWORD' && form.hasSecret === true },
    { key: 'privateKey', label: 'console.account.privateKey', kind: 'mono', sentAs: /^secret$/, hint: 'console.account.privateKeyHint', visible: (form) => form.kind === 'SSH_KEY' },
    { key: 'passphrase', label: 'console.account.passphrase', kind: 'secret', visible: (form) => form.kind === 'SSH_KEY' },
    { key: 'privileged', label: 'console.account.privileged', kind: 'switch', half: true, hint: 'console.account.privilegedHint' },
    { key: 'active', label: 'console.active', kind: 'switch', half: true },
    { key: 'suFrom', label: 'console.account.suFrom', kind: 'reference', source: '/accounts/accounts', hint: 'console.account.suFromHint', describe: (row) => `${row.name} — ${row.assetName ?? row.username}` },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: (): AccountForm => ({ asset: '', username: '', name: '', kind: 'PASSWORD', password: '', privateKey: '', passphrase: '', privileged: false, suFrom: null, active: true, comment: '' }),
  toForm: (account) => ({ ...account, suFrom: account.suFrom ?? null, password: '', privateKey: '', passphrase: '' }),
  toNew: (form) => ({ asset: form.asset, ...accountBody(form) }),
  toChange: accountBody,
})

function validity(permission: Permission): Status {
  const now = Date.now()
  if (!permission.active) return { tone: 'quiet', label: 'console.inactive' }
  if (permission.until && Date.parse(permission.until) <= now) return { tone: 'warn', label: 'console.permission.ended' }
  if (permission.from && Date.parse(permission.from) > now) return { tone: 'info', label: 'console.permission.notYet' }
  return { tone: 'ok', label: 'console.active' }
}

interface PermissionForm {
  name: string
  users: string[]
  groups: string[]
  assets: string[]
  nodes: string[]
  accounts: string[]
  protocols: string[]
  actions: string[]
  tunnels: string[]
  from: string | Date | null
  until: string | Date | null
  active: boolean
  comment: string
}

function permissionBody({ name, users, groups, assets, nodes, accounts: names, protocols, actions, tunnels, from, until, active, comment }: PermissionForm) {
  return { name, users, groups, assets, nodes, accounts: names, protocols, actions, tunnels, from: instant(from), until: instant(until), active, comment }
}

export const permissions = resource('/perms/asset-permissions', {
  title: 'nav.permissions',
  lead: 'console.permission.lead',
  one: 'console.permission.one',
  emptyTitle: 'console.permission.emptyTitle',
  emptyText: 'console.permission.emptyText',
  right: 'policy.permission.change',
  order: 'name',
  nameOf: (permission) => permission.name,
  columns: [
    { key: 'name', label: 'console.name', value: (permission) => permission.name, order: 'name', minWidth: 140 },
    { key: 'users', label: 'console.permission.users', kind: 'references', source: '/users/users', value: (permission) => permission.users, minWidth: 108 },
    { key: 'groups', label: 'console.permission.groups', kind: 'references', source: '/users/groups', value: (permission) => permission.groups, minWidth: 108 },
    { key: 'assets', label: 'console.permission.assets', kind: 'references', source: '/assets/assets', value: (permission) => permission.assets, minWidth: 108 },
    { key: 'nodes', label: 'console.permission.folders', kind: 'references', source: '/assets/nodes', value: (permission) => permission.nodes, minWidth: 104 },
    { key: 'accounts', label: 'console.permission.accounts', kind: 'tags', value: (permission) => permission.accounts, minWidth: 90 },
    { key: 'actions', label: 'console.permission.actions', kind: 'labels', value: (permission) => permission.actions.map((action) => `console.permission.action.${action as 'CONNECT'}` as const), minWidth: 150 },
    { key: 'until', label: 'console.permission.until', kind: 'time', width: 150, order: 'until', value: (permission) => permission.until, optional: true },
    { key: 'active', label: 'console.state', kind: 'status', width: 104, value: validity },
  ],
  doubt: ({ users, groups, assets, nodes }) => (users.length + groups.length === 0 ? 'console.permission.nobody' : assets.length + nodes.length === 0 ? 'console.permission.nowhere' : undefined),
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'who', label: 'console.permission.who', kind: 'heading' },
    { key: 'users', label: 'console.permission.users', kind: 'references', source: '/users/users', half: true, describe: (row) => `${row.username} (${row.name})` },
    { key: 'groups', label: 'console.permission.groups', kind: 'references', source: '/users/groups', half: true },
    { key: 'where', label: 'console.permission.where', kind: 'heading' },
    { key: 'assets', label: 'console.permission.assets', ...asset, kind: 'references', half: true },
    { key: 'nodes', label: 'console.permission.nodes', kind: 'references', source: '/assets/nodes', half: true, describe: (row) => String(row.fullName ?? row.name) },
    { key: 'accounts', label: 'console.permission.accounts', kind: 'words', required: true, half: true, hint: 'console.permission.accountsHint' },
    { key: 'protocols', label: 'console.permission.protocols', kind: 'words', half: true, hint: 'console.permission.protocolsHint', placeholder: 'ssh' },
    { key: 'what', label: 'console.permission.what', kind: 'heading' },
    { key: 'actions', label: 'console.permission.actions', kind: 'choices', required: true, options: ACTIONS.map((value) => ({ value, label: `console.permission.action.${value}` as const, hint: `console.permission.actionHint.${value}` as const })) },
    { key: 'tunnels', label: 'console.permission.tunnels', kind: 'words', hint: 'console.permission.tunnelsHint', placeholder: '@ASSET:*', visible: (form) => Array.isArray(form.actions) && form.actions.includes('TUNNEL') },
    { key: 'from', label: 'console.permission.from', kind: 'time', half: true },
    { key: 'until', label: 'console.permission.until', kind: 'time', half: true },
    { key: 'active', label: 'console.active', kind: 'switch' },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: (): PermissionForm => ({ name: '', users: [], groups: [], assets: [], nodes: [], accounts: ['@ALL'], protocols: [], actions: ['CONNECT', 'UPLOAD', 'DOWNLOAD', 'COPY', 'PASTE'], tunnels: [], from: null, until: null, active: true, comment: '' }),
  toForm: (permission) => ({ ...permission, from: permission.from ?? null, until: permission.until ?? null }),
  toNew: permissionBody,
  toChange: permissionBody,
})
