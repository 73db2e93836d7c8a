export interface Me {
  id: string
  username: string
  name: string
  email?: string
  locale?: string
  rights?: string[]
  totpEnrolled?: boolean
  /** Nothing else is allowed until it was changed. */
  passwordMustChange?: boolean
}

/** Where a sign-in stands: signed in, or which factors may come next. */
export interface SignInAnswer {
  signedIn: boolean
  factors?: string[]
}

export interface User {
  id: string
  username: string
  name: string
  email?: string
  active: boolean
  expiresAt?: string | null
  roles: string[]
  groups: string[]
  totpEnrolled?: boolean
  lastSignInAt?: string | null
  comment?: string
}

export interface UserGroup {
  id: string
  name: string
  comment?: string
  users: string[]
}

export interface ProtocolEndpoint {
  protocol: string
  port: number
}

export interface Asset {
  id: string
  name: string
  address: string
  platform: string
  zone?: string | null
  protocols: ProtocolEndpoint[]
  nodes: string[]
  labels: string[]
  active: boolean
  comment?: string
}

export interface TreeNode {
  id: string
  name: string
  fullName: string
  parent?: string | null
  assets: number
  hasChildren: boolean
}

export interface Platform {
  id: string
  name: string
  category: string
  type: string
  charset: string
  suMethod: string
  protocols: { name: string; port: number; primary: boolean; settings: Record<string, string> }[]
  builtIn: boolean
}

export interface Zone {
  id: string
  name: string
  parent?: string | null
  comment?: string
}

export type SecretKind = 'PASSWORD' | 'SSH_KEY'

export interface Account {
  id: string
  asset: string
  assetName?: string
  name: string
  username: string
  kind: SecretKind
  hasSecret?: boolean
  privileged: boolean
  suFrom?: string | null
  active: boolean
  comment?: string
}

export const ACTIONS = ['CONNECT', 'UPLOAD', 'DOWNLOAD', 'COPY', 'PASTE', 'DELETE', 'SHARE', 'TUNNEL'] as const
export type Action = (typeof ACTIONS)[number]

export interface Permission {
  id: string
  name: string
  users: string[]
  groups: string[]
  assets: string[]
  nodes: string[]
  accounts: string[]
  protocols: string[]
  actions: Action[]
  from?: string | null
  until?: string | null
  active: boolean
  comment?: string
}

export interface HostKey {
  id: string
  asset: string
  assetName?: string
  port: number
  keyType: string
  fingerprint: string
  state: string
  firstSeenAt: string
  acceptedAt?: string | null
}

export interface ReachableAsset {
  id: string
  name: string
  address: string
  platformName: string
  category: string
  protocols: ProtocolEndpoint[]
  nodes: string[]
  labels: string[]
  comment?: string
}

export interface ReachableAccount {
  ref: string
  name: string
  username: string
  hasSecret: boolean
  actions: Action[]
}

export interface Session {
  id: string
  user: string
  username: string
  assetName: string
  accountName: string
  asset: string
  protocol: string
  from: string
  address: string
  startedAt: string
  endedAt?: string | null
  state: string
  result?: string | null
  reason?: string | null
  recorded?: boolean
  locked?: boolean
}

export interface RecordedCommand {
  id: string
  session: string
  username: string
  assetName: string
  accountName: string
  text: string
  output?: string
  startedAt: string
  /** Since the recording's start. */
  offsetMillis: number
  exitStatus?: number | null
}

export interface Transfer {
  id: string
  session: string
  at: string
  username: string
  assetName: string
  accountName: string
  operation: string
  path: string
  bytes: number
  sha256?: string
  result: string
}

export interface AuditEvent {
  id: string
  position?: number | null
  at: string
  type: string
  actor?: string
  address?: string
  channel?: string
  fields: Record<string, string>
}
