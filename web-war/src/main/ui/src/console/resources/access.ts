import { ACTIONS, type Account, type Permission } from '@/shared/api/types'
import type { Resource, Status } from '../resource/types'
import { activeStatus, instant } from './parts'

const asset = { kind: 'reference', source: '/assets/assets/', describe: (row: Record<string, unknown>) => `${row.name} (${row.address})` } as const

export const accounts: Resource<Account> = {
  path: '/accounts/accounts/',
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
    { key: 'username', label: 'console.account.username', kind: 'mono', value: (account) => account.username, order: 'username', minWidth: 150 },
    { key: 'asset', label: 'console.account.asset', value: (account) => account.assetName ?? account.asset, minWidth: 150 },
    { key: 'kind', label: 'console.account.kind', kind: 'status', width: 160, value: (account) => ({ tone: 'quiet', label: `console.account.${account.kind}` }) },
    { key: 'secret', label: 'console.account.secret', kind: 'status', width: 120, value: (account) => ({ tone: account.hasSecret === false ? 'warn' : 'ok', label: account.hasSecret === false ? 'console.account.missing' : 'console.account.stored' }) },
    { key: 'active', label: 'console.state', kind: 'status', width: 110, value: activeStatus },
  ],
  fields: [
    { key: 'asset', label: 'console.account.asset', required: true, createOnly: true, ...asset },
    { key: 'username', label: 'console.account.username', kind: 'text', required: true, half: true },
    { key: 'name', label: 'console.name', kind: 'text', half: true, hint: 'console.account.nameHint' },
    { key: 'kind', label: 'console.account.kind', kind: 'select', required: true, options: [{ value: 'PASSWORD', label: 'console.account.PASSWORD' }, { value: 'SSH_KEY', label: 'console.account.SSH_KEY' }] },
    { key: 'password', label: 'console.account.password', kind: 'secret', visible: (form) => form.kind === 'PASSWORD' && form.hasSecret !== true },
    { key: 'password', label: 'console.account.password', kind: 'secret', hint: 'console.account.secretKept', visible: (form) => form.kind === 'PASSWORD' && form.hasSecret === true },
    { key: 'privateKey', label: 'console.account.privateKey', kind: 'mono', hint: 'console.account.privateKeyHint', visible: (form) => form.kind === 'SSH_KEY' },
    { key: 'passphrase', label: 'console.account.passphrase', kind: 'secret', visible: (form) => form.kind === 'SSH_KEY' },
    { key: 'privileged', label: 'console.account.privileged', kind: 'switch', half: true, hint: 'console.account.privilegedHint' },
    { key: 'active', label: 'console.active', kind: 'switch', half: true },
    { key: 'suFrom', label: 'console.account.suFrom', kind: 'reference', source: '/accounts/accounts/', hint: 'console.account.suFromHint', describe: (row) => `${row.name} — ${row.assetName ?? row.username}` },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: () => ({ asset: '', username: '', name: '', kind: 'PASSWORD', password: '', privateKey: '', passphrase: '', privileged: false, suFrom: null, active: true, comment: '' }),
  toForm: (account) => ({ ...account, password: '', privateKey: '', passphrase: '' }),
  toBody: (form, editing) => ({
    ...(editing ? {} : { asset: form.asset }),
    name: form.name || form.username,
    username: form.username,
    kind: form.kind,
    ...secretOf(form),
    privileged: form.privileged,
    suFrom: form.suFrom || null,
    active: form.active,
    comment: form.comment ?? '',
  }),
}

/** Nothing when no new secret was typed: the stored one stays. */
function secretOf(form: Record<string, unknown>): Record<string, unknown> {
  const secret = form.kind === 'PASSWORD' ? form.password : form.privateKey
  if (!secret) return {}
  return { secret, ...(form.kind === 'SSH_KEY' && form.passphrase ? { passphrase: form.passphrase } : {}) }
}

function validity(permission: Permission): Status {
  const now = Date.now()
  if (!permission.active) return { tone: 'quiet', label: 'console.inactive' }
  if (permission.until && Date.parse(permission.until) <= now) return { tone: 'warn', label: 'console.permission.ended' }
  if (permission.from && Date.parse(permission.from) > now) return { tone: 'info', label: 'console.permission.notYet' }
  return { tone: 'ok', label: 'console.active' }
}

export const permissions: Resource<Permission> = {
  path: '/perms/asset-permissions/',
  title: 'nav.permissions',
  lead: 'console.permission.lead',
  one: 'console.permission.one',
  emptyTitle: 'console.permission.emptyTitle',
  emptyText: 'console.permission.emptyText',
  right: 'policy.permission.change',
  order: 'name',
  nameOf: (permission) => permission.name,
  columns: [
    { key: 'name', label: 'console.name', value: (permission) => permission.name, order: 'name', minWidth: 160 },
    { key: 'users', label: 'console.permission.users', value: (permission) => permission.users.length, width: 90 },
    { key: 'groups', label: 'console.permission.groups', value: (permission) => permission.groups.length, width: 110 },
    { key: 'assets', label: 'console.permission.assets', value: (permission) => permission.assets.length, width: 90 },
    { key: 'accounts', label: 'console.permission.accounts', kind: 'tags', value: (permission) => permission.accounts, minWidth: 150 },
    { key: 'actions', label: 'console.permission.actions', kind: 'tags', value: (permission) => permission.actions.map((action) => action.toLowerCase()), minWidth: 200 },
    { key: 'until', label: 'console.permission.until', kind: 'time', width: 160, value: (permission) => permission.until },
    { key: 'active', label: 'console.state', kind: 'status', width: 120, value: validity },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'users', label: 'console.permission.users', kind: 'references', source: '/users/users/', half: true, describe: (row) => `${row.username} (${row.name})` },
    { key: 'groups', label: 'console.permission.groups', kind: 'references', source: '/users/groups/', half: true },
    { key: 'assets', label: 'console.permission.assets', ...asset, kind: 'references', half: true },
    { key: 'nodes', label: 'console.permission.nodes', kind: 'references', source: '/assets/nodes/', half: true, describe: (row) => String(row.fullName ?? row.name) },
    { key: 'accounts', label: 'console.permission.accounts', kind: 'words', required: true, hint: 'console.permission.accountsHint' },
    { key: 'protocols', label: 'console.permission.protocols', kind: 'words', hint: 'console.permission.protocolsHint', placeholder: 'ssh' },
    { key: 'actions', label: 'console.permission.actions', kind: 'choices', required: true, options: ACTIONS.map((value) => ({ value, label: `console.permission.action.${value}` as const })) },
    { key: 'from', label: 'console.permission.from', kind: 'time', half: true },
    { key: 'until', label: 'console.permission.until', kind: 'time', half: true },
    { key: 'active', label: 'console.active', kind: 'switch' },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: () => ({ name: '', users: [], groups: [], assets: [], nodes: [], accounts: ['@ALL'], protocols: [], actions: ['CONNECT', 'UPLOAD', 'DOWNLOAD', 'COPY', 'PASTE'], from: null, until: null, active: true, comment: '' }),
  toForm: (permission) => ({ ...permission }),
  toBody: (form) => ({
    name: form.name,
    users: form.users,
    groups: form.groups,
    assets: form.assets,
    nodes: form.nodes,
    accounts: form.accounts,
    protocols: form.protocols,
    actions: form.actions,
    from: instant(form.from),
    until: instant(form.until),
    active: form.active,
    comment: form.comment ?? '',
  }),
}
