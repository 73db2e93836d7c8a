import type { components } from './schema'

/** The server's records by the names that the pages use. */
type Schemas = components['schemas']

export type Me = Schemas['MeView']
export type User = Schemas['UserView']
export type UserGroup = Schemas['GroupView']
export type Asset = Schemas['AssetView']
export type ProtocolEndpoint = Schemas['Endpoint']
export type TreeNode = Schemas['NodeView']
export type Platform = Schemas['PlatformView']
export type Zone = Schemas['ZoneView']
export type Gateway = Schemas['GatewayView']
export type Account = Schemas['AccountView']
export type Permission = Schemas['PermissionView']
export type Decision = Schemas['DecisionView']
export type HostKey = Schemas['HostKeyView']
export type ReachableAsset = Schemas['ReachableAssetView']
export type ReachableAccount = Schemas['ReachableAccountView']
export type ReachableNode = Schemas['ReachableNodeView']
export type Session = Schemas['SessionView']
export type RecordedCommand = Schemas['CommandView']
export type Transfer = Schemas['TransferView']
export type Tunnel = Schemas['TunnelView']
export type AuditEvent = Schemas['AuditEventView']
export type SignInAnswer = Schemas['SignInAnswer']
export type FileListing = Schemas['Listing']
export type FileEntry = Schemas['FileView']

export const ACTIONS = ['CONNECT', 'UPLOAD', 'DOWNLOAD', 'COPY', 'PASTE', 'DELETE', 'SHARE', 'TUNNEL'] as const
export type Action = (typeof ACTIONS)[number]
