import { Avatar, Coin, Connection, DataLine, Document, Files, Guide, Key, Lock, Medal, Monitor, Odometer, Setting, Stamp, Switch, User, VideoPlay } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { MessageKey } from '@/shared/i18n'

export interface Place {
  path: string
  label: MessageKey
  icon: Component
  /** Right that makes the page useful; the server checks again. */
  right?: string
}

export const navigation: { label?: MessageKey; places: Place[] }[] = [
  { places: [{ path: '/', label: 'nav.dashboard', icon: Odometer }] },
  {
    label: 'nav.people',
    places: [
      { path: '/users', label: 'nav.users', icon: User, right: 'identity.user.view' },
      { path: '/groups', label: 'nav.groups', icon: Avatar, right: 'identity.group.view' },
      { path: '/roles', label: 'nav.roles', icon: Medal, right: 'identity.role.view' },
    ],
  },
  {
    label: 'nav.machines',
    places: [
      { path: '/assets', label: 'nav.assets', icon: Monitor, right: 'inventory.asset.view' },
      { path: '/accounts', label: 'nav.accounts', icon: Key, right: 'vault.account.view' },
      { path: '/permissions', label: 'nav.permissions', icon: Lock, right: 'policy.permission.view' },
      { path: '/platforms', label: 'nav.platforms', icon: Coin, right: 'inventory.asset.view' },
      { path: '/zones', label: 'nav.zones', icon: Guide, right: 'inventory.asset.view' },
      { path: '/host-keys', label: 'nav.hostKeys', icon: Stamp, right: 'inventory.host-key.view' },
    ],
  },
  {
    label: 'nav.audit',
    places: [
      { path: '/sessions', label: 'nav.sessions', icon: VideoPlay, right: 'session.session.view' },
      { path: '/commands', label: 'nav.commands', icon: DataLine, right: 'session.command.view' },
      { path: '/transfers', label: 'nav.transfers', icon: Files, right: 'session.transfer.view' },
      { path: '/tunnels', label: 'nav.tunnels', icon: Switch, right: 'session.session.view' },
      { path: '/events', label: 'nav.events', icon: Document, right: 'audit.event.view' },
    ],
  },
  { label: 'nav.system', places: [{ path: '/settings', label: 'nav.settings', icon: Setting, right: 'setting.record.view' }] },
]

export const workspaceIcon = Connection
