export interface NativeTarget {
  user: string
  account: string
  asset: string
  /** What it is called in a command when its name cannot be. */
  assetId: string
  protocol: string
  host: string
  port: number
  /** What the permission gives; files need a direction. */
  actions: readonly string[]
}

export interface NativeCommand {
  client: 'ssh' | 'sftp' | 'scp'
  text: string
}

export const USUAL_PORT = 22
const PLAIN = /^[A-Za-z0-9._@:/+-]+$/

/** One shell word, quoted only where it must be. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** OpenSSH takes port 22 for a jump where none is said. */
export const jumpCommand = ({ user, host, port }: Pick<NativeTarget, 'user' | 'host' | 'port'>) =>
  `ssh -J ${shellWord(`${user}@${bracketed(host)}${port === USUAL_PORT ? '' : `:${port}`}`)} ACCOUNT@ASSET`

// OpenSSH refuses the first ones in a user's name; the others mean something in a sign-in name, in scp or to a terminal
const UNSPEAKABLE = /['"`$;&<>|(){}\\@#:]|\s-|\p{Cc}|^-/u

/** The commands of the person's own clients. OpenSSH takes what stands after the last `@` as the host. */
export function nativeCommands(target: NativeTarget): NativeCommand[] {
  const isSsh = target.protocol === 'ssh' || target.protocol === 'sftp'
  const middle = isSsh ? target.account : `${target.protocol}@${target.account}`
  const asset = UNSPEAKABLE.test(target.asset) ? target.assetId : target.asset
  const login = `${target.user}@${middle}@${asset}@${bracketed(target.host)}`
  const shell: NativeCommand = { client: 'ssh', text: `ssh -p ${target.port} ${shellWord(login.replace(/[[\]]/g, ''))}` }
  if (!isSsh) return [shell]
  const upload = target.actions.includes('UPLOAD')
  const files: NativeCommand[] = [
    { client: 'sftp', text: `sftp -P ${target.port} ${shellWord(login)}` },
    { client: 'scp', text: upload ? `scp -P ${target.port} FILE ${shellWord(`${login}:`)}` : `scp -P ${target.port} ${shellWord(`${login}:FILE`)} .` },
  ]
  const mayMove = upload || target.actions.includes('DOWNLOAD')
  return [...(target.protocol === 'ssh' ? [shell] : []), ...(mayMove ? files : [])]
}
