import { describe, expect, it } from 'vitest'
import { nativeCommand } from './native-command'

const target = { user: 'ann', account: 'root', asset: 'web-1', protocol: 'ssh', host: 'gate.example', port: 2222 }

describe('nativeCommand', () => {
  it('isReadyForOpenSsh', () => expect(nativeCommand(target)).toBe('ssh -p 2222 ann@root@web-1@gate.example'))
  it('namesOtherProtocols', () => expect(nativeCommand({ ...target, protocol: 'telnet' })).toBe('ssh -p 2222 ann@telnet@root@web-1@gate.example'))
  it('usesSftpForFiles', () => expect(nativeCommand({ ...target, protocol: 'sftp' })).toBe('sftp -P 2222 ann@root@web-1@gate.example'))
  it('quotesWhatAShellWouldRead', () =>
    expect(nativeCommand({ ...target, asset: "web 1; it's" })).toBe(`ssh -p 2222 'ann@root@web 1; it'\\''s@gate.example'`))
})
