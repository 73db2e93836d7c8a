import { beforeEach, describe, expect, it } from 'vitest'
import { forgetGuest, keepGuest, keptGuests } from './share/kept-guests'
import type { Invitation } from './share/invitation'
import { keepFor } from './tab-storage'
import { keepShell, keptShells, type KeptShell } from './terminal/kept'

const INVITATION = { id: 'i', session: 's', person: 'alice', assetName: 'web-1', accountName: 'root', invitedBy: 'alice', access: 'write', expiresAt: '' } as Invitation
const SHELL = { panel: 'terminal-1', title: 'root@web-1', session: 's', tab: 'secret', target: { typed: { username: 'root', secret: 'typed-secret' } } } as unknown as KeptShell

describe('what a tab keeps over a reload', () => {
  beforeEach(() => {
    sessionStorage.clear()
    keepFor('bob')
  })

  it('isFoundAgainByWhoeverHadIt', () => {
    keepGuest(INVITATION)
    keepGuest(INVITATION)
    keepShell(SHELL)
    keepFor('bob')
    expect(keptGuests()).toEqual([INVITATION])
    expect(keptShells().map((shell) => shell.title)).toEqual(['root@web-1'])
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('typed-secret')
  })

  it('isGoneOnceItIsLeft', () => {
    keepGuest(INVITATION)
    forgetGuest('i')
    expect(sessionStorage).toHaveLength(0)
  })

  it('isGoneForTheNextPersonInThisTab', () => {
    keepGuest(INVITATION)
    keepShell(SHELL)
    sessionStorage.setItem('gatehouse.invitation', 'waits for whoever signs in')
    keepFor('eve')
    expect(keptGuests()).toEqual([])
    expect(keptShells()).toEqual([])
    expect(Object.keys(sessionStorage)).toEqual(['gatehouse.invitation'])
  })

  it('isNotWhatCannotBeRead', () => {
    sessionStorage.setItem('gatehouse.guests.bob', '{')
    expect(keptGuests()).toEqual([])
  })
})
