import type { User, UserGroup } from '@/shared/api/types'
import type { Resource } from '../resource/types'
import { activeStatus, instant } from './parts'

const ROLES = ['SYSTEM_ADMINISTRATOR', 'ORGANISATION_ADMINISTRATOR', 'AUDITOR', 'USER'] as const

export const users: Resource<User> = {
  path: '/users/users/',
  title: 'nav.users',
  lead: 'console.userLead',
  one: 'console.user.one',
  emptyTitle: 'console.user.emptyTitle',
  emptyText: 'console.user.emptyText',
  right: 'identity.user.edit',
  order: 'username',
  nameOf: (user) => user.username,
  columns: [
    { key: 'username', label: 'console.user.username', value: (user) => user.username, order: 'username', minWidth: 140 },
    { key: 'name', label: 'console.name', value: (user) => user.name, order: 'name', minWidth: 140 },
    { key: 'email', label: 'console.user.email', value: (user) => user.email, optional: true, minWidth: 180 },
    { key: 'roles', label: 'console.user.roles', kind: 'tags', value: (user) => user.roles, minWidth: 180 },
    { key: 'totp', label: 'console.user.totp', kind: 'status', width: 130, value: (user) => ({ tone: user.totpEnrolled ? 'ok' : 'quiet', label: user.totpEnrolled ? 'console.user.on' : 'console.user.off' }) },
    { key: 'active', label: 'console.state', kind: 'status', width: 120, value: activeStatus },
    { key: 'expiresAt', label: 'console.user.expiresAt', kind: 'time', width: 160, value: (user) => user.expiresAt, optional: true },
  ],
  fields: [
    { key: 'username', label: 'console.user.username', kind: 'text', required: true, half: true, createOnly: true },
    { key: 'name', label: 'console.name', kind: 'text', required: true, half: true },
    { key: 'email', label: 'console.user.email', kind: 'text' },
    { key: 'roles', label: 'console.user.roles', kind: 'choices', required: true, options: ROLES.map((value) => ({ value, label: `console.user.role.${value}` as const })) },
    { key: 'groups', label: 'console.user.groups', kind: 'references', source: '/users/groups/' },
    { key: 'password', label: 'console.user.password', kind: 'secret', required: true, createOnly: true },
    { key: 'newPassword', label: 'console.user.newPassword', kind: 'secret', hint: 'console.user.passwordHint', visible: (form) => form.id !== undefined },
    { key: 'expiresAt', label: 'console.user.expiresAt', kind: 'time', half: true },
    { key: 'active', label: 'console.active', kind: 'switch', half: true },
  ],
  blank: () => ({ username: '', name: '', email: '', roles: ['USER'], groups: [], password: '', expiresAt: null, active: true }),
  toForm: (user) => ({ ...user, newPassword: '' }),
  toBody: (form, editing) => ({
    ...(editing ? {} : { username: form.username, password: form.password }),
    ...(editing && form.newPassword ? { password: form.newPassword } : {}),
    name: form.name,
    email: form.email ?? '',
    roles: form.roles,
    groups: form.groups,
    ...(form.expiresAt ? { expiresAt: instant(form.expiresAt) } : editing ? { neverExpires: true } : {}),
    active: form.active,
  }),
}

export const groups: Resource<UserGroup> = {
  path: '/users/groups/',
  title: 'nav.groups',
  lead: 'console.group.lead',
  one: 'console.group.one',
  emptyTitle: 'console.group.emptyTitle',
  emptyText: 'console.group.emptyText',
  right: 'identity.group.edit',
  order: 'name',
  nameOf: (group) => group.name,
  columns: [
    { key: 'name', label: 'console.name', value: (group) => group.name, order: 'name', minWidth: 180 },
    { key: 'users', label: 'console.group.users', value: (group) => group.users?.length, width: 120 },
    { key: 'comment', label: 'console.comment', value: (group) => group.comment, minWidth: 240 },
  ],
  fields: [
    { key: 'name', label: 'console.name', kind: 'text', required: true },
    { key: 'users', label: 'console.group.users', kind: 'references', source: '/users/users/', describe: (row) => `${row.username} (${row.name})` },
    { key: 'comment', label: 'console.comment', kind: 'textarea' },
  ],
  blank: () => ({ name: '', users: [], comment: '' }),
  toForm: (group) => ({ ...group }),
  toBody: (form) => ({ name: form.name, users: form.users, comment: form.comment ?? '' }),
}
