import { describe, expect, it } from 'vitest'
import { jumpCommand, nativeCommands, shellWord } from './native-command'

const target = { user: 'ann', account: 'root', asset: 'web-1', assetId: '0198-77', protocol: 'ssh', host: 'gate.example', port: 2222, actions: ['CONNECT', 'UPLOAD', 'DOWNLOAD'] }
const texts = (changed: Partial<typeof target>) => nativeCommands({ ...target, ...changed }).map((command) => command.text)

describe('nativeCommands', () => {
  it('areReadyForOpenSsh', () =>
    expect(texts({})).toEqual([
      'ssh -p 2222 ann@root@web-1@gate.example',
      'sftp -P 2222 ann@root@web-1@gate.example',
      'scp -P 2222 FILE ann@root@web-1@gate.example:',
    ]))
  it('nameOtherProtocols', () => expect(texts({ protocol: 'telnet' })).toEqual(['ssh -p 2222 ann@telnet@root@web-1@gate.example']))
  it('offerNoShellForFilesOnly', () => expect(texts({ protocol: 'sftp' })[0]).toBe('sftp -P 2222 ann@root@web-1@gate.example'))
  it('fetchWhereOnlyDownloadsAreAllowed', () => expect(texts({ actions: ['CONNECT', 'DOWNLOAD'] })[2]).toBe('scp -P 2222 ann@root@web-1@gate.example:FILE .'))
  it('leaveFilesOutWhereNeitherDirectionIsAllowed', () => expect(texts({ actions: ['CONNECT'] })).toHaveLength(1))
  it('bracketIpv6WhereAColonMeansAPath', () =>
    expect(texts({ host: '::1' })).toEqual(['ssh -p 2222 ann@root@web-1@::1', "sftp -P 2222 'ann@root@web-1@[::1]'", "scp -P 2222 FILE 'ann@root@web-1@[::1]:'"]))
  it('quoteWhatAShellWouldRead', () => {
    expect(texts({ asset: 'web 1' })[0]).toBe("ssh -p 2222 'ann@root@web 1@gate.example'")
    expect(shellWord("1; it's")).toBe(`'1; it'\\''s'`)
  })
  it.each(["web 1; it's", 'a"b', 'a|b', '-web', 'a -b', 'a@b', 'a:b'])('nameByItsIdWhatOpenSshRefusesInAName: %s', (asset) =>
    expect(texts({ asset })[0]).toBe('ssh -p 2222 ann@root@0198-77@gate.example'))
})

describe('jumpCommand', () => {
  it('quotesTheBracketsOfIpv6', () => expect(jumpCommand({ user: 'ann', host: '::1', port: 2222 })).toBe("ssh -J 'ann@[::1]:2222' ACCOUNT@ASSET"))
  it('leavesTheUsualPortOut', () => expect(jumpCommand({ user: 'ann', host: 'gate.example', port: 22 })).toBe('ssh -J ann@gate.example ACCOUNT@ASSET'))
})
