import { describe, expect, it } from 'vitest'
import { askedFor, offered } from './offered'

const asset = (name: string, address = '10.0.0.1', labels: string[] = []) => ({ id: name, name, address, platformName: 'Linux', labels })
const all = [asset('build-1'), asset('my-web-1'), asset('web-1', '10.0.0.7', ['env:prod'])]
const names = (rows: { name: string }[]) => rows.map((row) => row.name)

describe('offered', () => {
  it('neverOffersWhatDoesNotFitWhileTheAnswerIsLate', () => expect(names(offered('web', [], all, true))).toEqual(['web-1', 'my-web-1']))
  it('believesTheServerWhenItAnswered', () => expect(names(offered('database of the shop', [], [asset('db-7')], false))).toEqual(['db-7']))
  it('putsTheExactNameBeforeWhatWasUsedLast', () => expect(names(offered('web-1', [asset('my-web-1')], all.slice(2), false))).toEqual(['web-1', 'my-web-1']))
  it('findsByAddressAndLabel', () => {
    expect(names(offered('10.0.0.7', [], all, true))).toEqual(['web-1'])
    expect(names(offered('env:prod', [], all, true))).toEqual(['web-1'])
  })
  it('showsEachOnce', () => expect(names(offered('', [asset('web-1')], all, false))).toEqual(['web-1', 'build-1', 'my-web-1']))
})

describe('askedFor', () => {
  it.each([
    ['web-1', '', 'web-1'],
    ['deploy@web-1', 'deploy', 'web-1'],
    ['ssh deploy@web-1:22', 'deploy', 'web-1'],
    ['sftp  web-1', '', 'web-1'],
    ['ssh', '', 'ssh'],
    ['sshd@web-1', 'sshd', 'web-1'],
    ['ann@corp@web-1', 'ann@corp', 'web-1'],
  ])('of %j is the account %j on %j', (typed, account, words) => expect(askedFor(typed)).toEqual({ account, words }))
})
