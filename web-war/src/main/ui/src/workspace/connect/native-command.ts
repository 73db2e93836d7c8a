export interface NativeTarget {
  user: string
  account: string
  asset: string
  protocol: string
  host: string
  port: number
}

const PLAIN = /^[A-Za-z0-9._@:/+-]+$/

/** One shell word, quoted only where it must be. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`
}

/** The command of the person's own client. OpenSSH takes what stands after the last `@` as the host. */
export function nativeCommand(target: NativeTarget): string {
  const middle = target.protocol === 'ssh' || target.protocol === 'sftp' ? target.account : `${target.protocol}@${target.account}`
  const login = shellWord(`${target.user}@${middle}@${target.asset}@${target.host}`)
  return target.protocol === 'sftp' ? `sftp -P ${target.port} ${login}` : `ssh -p ${target.port} ${login}`
}
