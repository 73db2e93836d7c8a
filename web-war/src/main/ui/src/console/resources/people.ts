import { shortTime } from '@/shared/format'
import { t } from '@/shared/i18n'
import { resource, type Status } from '../resource/types'
import { activeStatus, instant } from './parts'

export const ROLES = ['SYSTEM_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR', 'AUDITOR', 'USER'] as const
type Role = (typeof ROLES)[number]

interface UserForm {
  id?: string
  username: string
  name: string
  email: string
  roles: Role[]
  groups: string[]
  password: string
  expiresAt: string | Date | null
  active: boolean
}

interface Barred {
  active: boolean
  bars: { network: string; until: string }[]
}

/** One line for each network from which somebody is barred after wrong passwords. */
export const barredFrom = ({ bars }: Barred): string => bars.map(({ network, until }) => t('console.user.barredFrom', { network, time: shortTime(until) })).join('\n')

const userStatus = (user: Barred): Status => (user.active && user.bars.length > 0 ? { tone: 'bad', label: 'console.user.barred', detail: barredFrom(user) } : activeStatus(user))

export const users = resource('/users/users', {
  title: 'nav.users',
  lead: 'console.userLead',
  one: 'console.user.one',
  emptyTitle: 'console.user.emptyTitle',
  emptyText: 'console.user.emptyText',
  right: 'identity.user.change',
  order: 'username',
  nameOf: (user) => user.username,
  columns: [
    { key: 'username', label: 'console.user.username', value: (user) => user.username, order: 'username', minWidth: 140 },
    { key: 'name', label: 'console.name', value: (user) => user.name, order: 'name', minWidth: 140 },
    { key: 'email', label: 'console.user.email', value: (user) => user.email, optional: true, minWidth: 180 },
    { key: 'roles', label: 'console.user.roles', kind: 'labels', value: (user) => user.roles.map((role) => `console.user.role.${role as Role}` as const), minWidth: 200 },
    { key: 'groups', label: 'console.user.groups', kind: 'references', source: '/users/groups', value: (user) => user.groups, minWidth: 140 },
    { key: 'totp', label: 'console.user.totp', kind: 'status', width: 130, value: (user) => ({ tone: user.totpEnrolled ? 'ok' : 'quiet', label: user.totpEnrolled ? 'console.user.on' : 'console.user.off' }) },
    { key: 'active', label: 'console.state', kind: 'status', minWidth: 180, value: userStatus },
    { key: 'expiresAt', label: 'console.user.expiresAt', kind: 'time', width: 160, value: (user) => user.expiresAt, optional: true },
    { key: 'createdAt', label: 'console.createdAt', kind: 'time', width: 160, value: (user) => user.createdAt, optional: true },
  ],
  fields: [
    { key: 'username', label: 'console.user.username', kind: 'text', required: true, half: true, createOnly: true },
    { key: 'name', label: 'console.name', kind: 'text', required: true, half: true },
    { key: 'email', label: 'console.user.email', kind: 'text', half: true },
    { key: 'password', label: 'console.user.password', kind: 'secret', required: true, createOnly: true, half: true, hint: 'console.user.firstPasswordHint' },
    { key: 'password', label: 'console.user.newPassword', kind: 'secret', half: true, hint: 'console.user.passwordHint', visible: (form) => form.id !== undefined },
    { key: 'roles', label: 'console.user.roles', kind: 'choices', required: true, options: ROLES.map((value) => ({ value, label: `console.user.role.${value}` as const, hint: `console.user.roleHint.${value}` as const })) },
    { key: 'groups', label: 'console.user.groups', kind: 'references', source: '/users/groups', hint: 'console.user.groupsHint' },
    { key: 'expiresAt', label: 'console.user.expiresAt', kind: 'time', half: true, hint: 'console.user.expiresHint' },
    { key: 'active', label: 'console.active', kind: 'switch', half: true, hint: 'console.user.activeHint' },
  ],
  blank: (): UserForm => ({ username: '', name: '', email: '', roles: ['USER'], groups: [], password: '', expiresAt: null, active: true }),
  toForm: (user) => ({ ...user, roles: user.roles as Role[], expiresAt: user.expiresAt ?? null, password: '' }),
  toNew: (form) => ({ username: form.username.trim(), password: form.password, ...common(form), ...(form.expiresAt ? { expiresAt: instant(form.expiresAt) } : {}) }),
  toChange: (form) => ({ ...common(form), ...(form.password ? { password: form.password } : {}), ...(form.expiresAt ? { expiresAt: instant(form.expiresAt) } : { neverExpires: true }) }),
})

const common = ({ name, email, roles, groups, active }: UserForm) => ({ name, email, roles, groups, active })

export const groups = resource('/users/groups', {
  title: 'nav.groups',
  lead: 'console.group.lead',
  one: 'console.group.one',
  emptyTitle: 'console.group.emptyTitle',
  emptyText: 'console.group.emptyText',
  right: 'identity.group.change',
  order: 'name',
  nameOf: (group) => group.name,
  columns: [
    { key: 'name', label: 'console.name', value: (group) => group.name, order: 'name', minWidth: 180 },
    { key: 'users', label: 'console.group.users', kind: 'count', value: (group) => group.users.length, width: 120 },
    { key: 'comment', label: 'console.comment', value: (group) => group.comment, minWidth: 240 },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'users', label: 'console.group.users', kind: 'references', source: '/users/users', describe: (row) => `${row.username} (${row.name})` },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: () => ({ name: '', users: [] as string[], comment: '' }),
  toForm: (group) => ({ ...group }),
  toNew: ({ name, users, comment }) => ({ name, users, comment }),
  toChange: ({ name, users, comment }) => ({ name, users, comment }),
})
