import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasFocus, launch, newPage, picture, requireAccessible, setting, signIn, url } from './browser'

describe('a shell that is found again and shared', () => {
  let browser: Browser
  let alice: Page
  let bob: Page
  let admin: Page
  let link = ''
  let shell = ''
  const errors: string[] = []

  beforeAll(async () => {
    browser = await launch()
    ;[alice, bob, admin] = (await Promise.all([page('light'), page('dark'), page('light')])) as [Page, Page, Page]
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function page(colorScheme: 'light' | 'dark'): Promise<Page> {
    const made = await newPage(browser, errors, { colorScheme, permissions: ['clipboard-read', 'clipboard-write'] })
    await made.addInitScript(() => {
      const sockets: WebSocket[] = []
      window.WebSocket = class extends WebSocket {
        constructor(address: string | URL) {
          super(address)
          sockets.push(this)
        }
      }
      Object.assign(window, { cutSockets: () => sockets.splice(0).forEach((socket) => socket.close()) })
    })
    return made
  }

  const rows = (who: Page) => who.locator('.xterm-rows')

  it('opensAShell', async () => {
    await alice.goto(`${url()}/ui/#/sign-in`)
    await signIn(alice, 'browser-alice', setting('PERSON_PASSWORD'))
    await alice.locator('.tree button.name').first().click()
    await alice.getByRole('button', { name: 'Connect', exact: true }).click()
    await rows(alice).getByText(/[$#%>]\s*$/).first().waitFor()
    await hasFocus(alice.locator('.xterm-helper-textarea'))
    await alice.keyboard.type('stty -echo; PS1="> "; echo pid-$$-\n')
    const line = await rows(alice).getByText(/pid-\d+-/).first().textContent()
    shell = /pid-\d+-/.exec(line ?? '')?.[0] ?? ''
    expect(shell).not.toBe('')
  })

  it('findsTheSameShellAfterAReload', async () => {
    await alice.keyboard.type(`printf '\\033[?1049h\\033[2J\\033[4;9Hfull %s\\033[8;1H' screen\n`)
    await rows(alice).getByText('full screen').waitFor()
    alice.once('dialog', (dialog) => void dialog.accept())
    await alice.reload()
    await rows(alice).getByText('full screen').waitFor()
    await expect.poll(() => rows(alice).locator('> div').count(), { message: 'the terminal has its whole room' }).toBeGreaterThan(20)
    await picture(alice, 'share-1-after-reload')
    await alice.locator('.xterm-helper-textarea').focus()
    await alice.keyboard.type(`printf '\\033[?1049l'; echo again-pid-$$-\n`)
    await rows(alice).getByText(`again-${shell}`).first().waitFor()
  })

  it('findsTheSameShellAfterItsSocketWasCut', async () => {
    await alice.keyboard.type('sleep 1; seq -f line-%g 1 3000; echo seq-done\n')
    await alice.evaluate(() => (window as unknown as { cutSockets: () => void }).cutSockets())
    await rows(alice).getByText('seq-done').first().waitFor()
    await rows(alice).getByText('line-3000').first().waitFor()
  })

  it('invitesSomebodyWithTheKeyboardAlone', async () => {
    const opener = alice.getByRole('button', { name: 'Share this session' })
    const press = (key: string) => alice.keyboard.press(key)
    await opener.focus()
    await press('Enter')
    const dialog = alice.getByRole('dialog')
    const people = dialog.getByLabel('People')
    await hasFocus(people)
    await alice.keyboard.type('br')
    await alice.getByText('Type the whole name, or at least its first 3 letters').waitFor()
    await press('Escape')
    await alice.getByText('Type the whole name, or at least its first 3 letters').waitFor({ state: 'hidden' })
    await people.fill('')
    await alice.keyboard.type('browser-b')
    await alice.getByRole('option', { name: /browser-bob/ }).locator('visible=true').first().waitFor()
    await press('ArrowDown')
    await press('Enter')
    await dialog.locator('.el-tag').getByText('browser-bob').waitFor()
    await press('Tab')
    await hasFocus(dialog.getByRole('radio', { name: 'Look on' }))
    await press('ArrowRight')
    await dialog.getByRole('radio', { name: 'Type, too', checked: true }).waitFor()
    await press('Tab')
    await hasFocus(dialog.getByLabel('For', { exact: true }))
    await press('Tab')
    await hasFocus(dialog.getByRole('button', { name: 'Create link' }))
    await requireAccessible(alice, 'share dialog')
    await press('Enter')
    const copy = dialog.getByRole('button', { name: 'Copy' })
    await hasFocus(copy)
    link = (await dialog.locator('.link code').textContent()) ?? ''
    expect(link).toContain('/luna/#/join?token=')
    await press('Enter')
    await dialog.getByRole('button', { name: 'Copied' }).waitFor()
    await expect.poll(() => alice.evaluate(() => navigator.clipboard.readText())).toBe(link)
    await dialog.getByText('Open invitations').waitFor()
    await requireAccessible(alice, 'share dialog with a link')
    await picture(alice, 'share-2-dialog')
    await press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await hasFocus(opener)
  })

  it('letsTheInvitedPersonInAfterSigningIn', async () => {
    await bob.goto(link)
    await bob.getByRole('heading', { name: 'Sign in' }).waitFor()
    await expect.poll(() => bob.url(), { message: 'the token leaves the address' }).not.toContain('token')
    await signIn(bob, 'browser-bob', setting('PERSON_PASSWORD'))
    const invitation = bob.getByRole('dialog', { name: 'You are invited to a session' })
    await invitation.getByText('Type, too').waitFor()
    expect(await invitation.locator('dd').first().textContent()).toBe('browser-alice')
    await requireAccessible(bob, 'invitation')
    await picture(bob, 'share-3-invitation')
    await bob.getByRole('button', { name: 'Join', exact: true }).click()
    await rows(bob).getByText('line-3000').first().waitFor()
    await alice.getByRole('button', { name: '2 people are here' }).waitFor()
  })

  it('letsThemTypeTogether', async () => {
    await bob.locator('.xterm-helper-textarea').focus()
    await bob.keyboard.type('echo hello-from-$((40 + 2))\n')
    await rows(bob).getByText('hello-from-42').first().waitFor()
    await rows(alice).getByText('hello-from-42').first().waitFor()
    await alice.getByRole('button', { name: '2 people are here' }).click()
    await alice.getByText('browser-bob').locator('visible=true').last().waitFor()
    await picture(alice, 'share-4-together')
    await alice.keyboard.press('Escape')
    await picture(bob, 'share-5-guest')
    await requireAccessible(bob, 'guest')
  })

  it('findsTheSharedSessionAfterAReloadOfTheGuest', async () => {
    bob.once('dialog', (dialog) => void dialog.accept())
    await bob.reload()
    await rows(bob).getByText('hello-from-42').first().waitFor()
    await alice.getByRole('button', { name: '2 people are here' }).waitFor()
    await bob.locator('.xterm-helper-textarea').focus()
    await bob.keyboard.type('echo back-again-$((40 + 3))\n')
    await rows(alice).getByText('back-again-43').first().waitFor()
    await picture(bob, 'share-5-guest-after-reload')
  })

  it('isLockedWithASign', async () => {
    await admin.goto(`${url()}/ui/#/sign-in`)
    await signIn(admin, 'admin', setting('ADMIN_PASSWORD'))
    await admin.getByRole('heading', { name: 'Where to?' }).waitFor()
    await admin.goto(`${url()}/ui/#/sessions`)
    const row = admin.getByRole('row').filter({ hasText: 'browser-alice' }).first()
    await row.waitFor()
    await picture(admin, 'share-6-live-grid')
    await row.getByRole('button', { name: 'Lock', exact: true }).click()
    await alice.getByText('Locked by an administrator').waitFor()
    await bob.getByText('Locked by an administrator').waitFor()
    await picture(alice, 'share-7-locked')
    await row.getByRole('button', { name: 'Unlock', exact: true }).click()
    await alice.getByText('Locked by an administrator').waitFor({ state: 'detached' })
  })

  it('showsTheLiveSessionAndWhoIsThere', async () => {
    await admin.getByRole('row').filter({ hasText: 'browser-alice' }).first().getByRole('button', { name: 'Watch' }).click()
    await rows(admin).getByText('hello-from-42').first().waitFor()
    await admin.getByRole('button', { name: '3 people are here' }).waitFor()
    await picture(admin, 'share-8-watch')
    await requireAccessible(admin, 'live session')
  })

  it('sendsTheGuestAwayWhenTheInvitationIsTakenBack', async () => {
    await alice.getByRole('button', { name: 'Share this session' }).click()
    await alice.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await bob.getByRole('alert').getByText(/taken back by browser-alice/).waitFor()
    await picture(bob, 'share-9-removed')
    await expect.poll(() => bob.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('gatehouse.guests'))), { message: 'nothing to come back to' }).toEqual([])
    await alice.keyboard.press('Escape')
    await rows(alice).getByText(/browser-bob was removed/).first().waitFor()
  })

  it('isReplayedWithItsDetails', async () => {
    await alice.locator('.xterm-helper-textarea').first().focus()
    await alice.keyboard.type('exit\n')
    await alice.getByText('The session has ended').waitFor()
    await admin.getByRole('button', { name: 'Play' }).or(admin.getByRole('button', { name: 'Pause' })).first().waitFor()
    await admin.getByPlaceholder('Search in the text').fill('hello-from-42')
    await admin.locator('.side li button').first().click()
    await rows(admin).getByText('hello-from-42').first().waitFor()
    await requireAccessible(admin, 'replay')
    await picture(admin, 'share-10-replay')
    await admin.getByRole('tab', { name: /Commands/ }).click()
    await picture(admin, 'share-11-commands')
    await admin.getByRole('tab', { name: /Guests/ }).click()
    await admin.locator('td', { hasText: 'browser-bob' }).first().waitFor()
    await admin.getByRole('tab', { name: 'Recording' }).click()
    await admin.getByRole('button', { name: 'Check now' }).click()
    await admin.getByText('The recording is whole').waitFor()
    await admin.getByText('The recording is whole').scrollIntoViewIfNeeded()
    await requireAccessible(admin, 'session details')
    await picture(admin, 'share-12-check')
    await admin.emulateMedia({ colorScheme: 'dark' })
    await picture(admin, 'share-13-check-dark')
  })

  it('jumpsToTheSecondOfALink', async () => {
    const at = admin.url().replace(/\?.*$/, '')
    await admin.goto('about:blank')
    await admin.goto(`${at}?t=1`)
    await admin.getByText(/^0:01 \//).waitFor()
  })

  it('reportsNoErrors', () => {
    expect(errors).toEqual([])
  })
})
