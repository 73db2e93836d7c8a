import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectErrors, hasFocus, launch, newPage, picture, requireAccessible, requireMessageBox, requireToast, setupLink, sshPort, target, url } from './browser'

const PASSWORD = 'Correct-Horse-7-Battery'
const WORD = 'lantern'
// more than a server takes of a form by default
const LARGE = 12 * 1024 * 1024

describe('from the set-up link to the replay', () => {
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    browser = await launch()
    page = await newPage(browser, errors, { permissions: ['clipboard-read', 'clipboard-write'] })
  })
  afterAll(async () => {
    await browser?.close()
  })

  const field = (label: string) => page.getByLabel(label, { exact: true })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const row = (name: string) => page.locator('.files tbody tr').filter({ has: page.getByTitle(name, { exact: true }) })
  const option = (text: string | RegExp) => page.getByRole('option', { name: text }).locator('visible=true').first()

  async function choose(label: string, search: string) {
    // the drawer around it may take the focus once more
    await field(label).fill(search)
    await option(new RegExp(search)).click()
    await page.keyboard.press('Tab')
  }

  /** As the page's own scripts call the server. */
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    return page.evaluate(
      async ([verb, url, text]) => {
        const token = /gatehouse-csrf=([^;]*)/.exec(document.cookie)?.[1] ?? ''
        const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': decodeURIComponent(token) }
        const answer = await fetch('/api/v1' + url, { method: verb, headers, body: text })
        if (!answer.ok) throw new Error(`${verb} ${url}: ${answer.status} ${await answer.text()}`)
        return answer.json() as Promise<unknown>
      },
      [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
    )
  }
  const proofLasts = (proof: string) => call('PUT', '/settings/settings/sign-in-rules/', { proof })

  async function open(path: string, title: string) {
    await page.goto(`${url()}/ui/#${path}`)
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  }

  /** Sends a form that is refused for this field, which says so and has the focus. */
  async function requireComplaint(label: string, text: string | RegExp, send = 'Create') {
    await button(send).click()
    await expect.poll(() => field(label).getAttribute('aria-invalid'), { message: `${label} is wrong` }).toBe('true')
    const said = await field(label).evaluate((control) => (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent).join(''))
    if (typeof text === 'string') expect(said).toBe(text)
    else expect(said).toMatch(text)
    await hasFocus(field(label))
  }

  it('setsUpTheFirstAdministrator', async () => {
    await page.goto(setupLink())
    await page.getByRole('heading', { name: 'Set up Gatehouse' }).waitFor()
    await expect.poll(() => page.url(), { message: 'the token leaves the address' }).not.toContain('token')
    await requireAccessible(page, 'set-up')
    await field('Your name').fill('Ada Admin')
    await field('Password').fill(PASSWORD)
    await field('Password, once more').fill(PASSWORD)
    await field('User name').fill('ada admin')
    await requireComplaint('User name', /user name/i, 'Create administrator')
    await requireAccessible(page, 'refused set-up')
    await picture(page, 'set-up-refused')
    await expect.poll(() => errors).toEqual([expect.stringContaining('400')])
    errors.length = 0
    await field('User name').fill('admin')
    await button('Create administrator').click()
    await page.getByRole('heading', { name: 'The administrator is ready' }).waitFor()
    await button('Sign in').click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  it('refusesAWrongPassword', async () => {
    await field('User name').fill('admin')
    await field('Password').fill('wrong-password')
    await button('Sign in').click()
    await page.getByRole('alert').waitFor()
    await requireAccessible(page, 'sign-in')
    await picture(page, 'sign-in')
  })

  it('signsIn', async () => {
    await field('Password').fill(PASSWORD)
    await button('Sign in').click()
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
    // on a slow machine this story takes longer than a proof usually lasts
    await proofLasts('PT15M')
    await page.goto(`${url()}/luna/`)
    await page.getByRole('heading', { name: 'Where to?' }).waitFor()
    await requireAccessible(page, 'workspace')
  })

  it('sendsOnWhoIsSignedInAlready', async () => {
    await page.goto(`${url()}/ui/#/sign-in?next=/ui/%23/users`)
    await page.getByRole('heading', { name: 'Users', level: 1 }).waitFor()
  })

  it('isLedFromAnEmptyInstallationToTheFirstServer', async () => {
    await open('/', 'Overview')
    await page.getByText('Four steps to the first recorded session.').waitFor()
    await requireAccessible(page, 'first steps')
    await page.getByRole('link', { name: 'Add your first server' }).click()
    await page.getByRole('heading', { name: 'Add your first server', level: 1 }).waitFor()
    await field('Name').fill('first-1')
    await field('Address').fill('first 1')
    await field('SSH port').fill(String(target().port))
    await field('User name on the asset').fill(target().user)
    // a choice beside it is called Password, too
    await page.locator('#first-password').fill(target().password)
    await requireAccessible(page, 'first server')
    await requireComplaint('Address', 'The address must be a host name or an IP address', 'Add server')
    await requireAccessible(page, 'refused first server')
    await picture(page, 'first-server-refused')
    await expect.poll(() => errors).toEqual([expect.stringContaining('400')])
    errors.length = 0
    await field('Address').fill('127.0.0.1')
    await button('Add server').click()
    await page.getByRole('heading', { name: 'first-1 is ready' }).waitFor()
    await page.getByRole('link', { name: 'Connect', exact: true }).click()
    await page.getByRole('dialog').getByText('Connect to first-1').waitFor()
  })

  it('createsAUser', async () => {
    await open('/users', 'Users')
    await button('New user').first().click()
    await field('User name').fill('bob')
    await field('Name').fill('Bob Operator')
    await field('Password').fill(PASSWORD)
    await requireAccessible(page, 'user form')
    await button('Create').click()
    await requireToast(page, 'Bob Operator created')
    await page.getByRole('button', { name: 'bob', exact: true }).waitFor()
  })

  it('createsAnAsset', async () => {
    await open('/assets', 'Assets')
    await button('New asset').first().click()
    await field('Name').fill('first-1')
    await field('Address').fill('web 1')
    await choose('Platform', 'Linux')
    await page.getByLabel('Port').first().fill(String(target().port))
    await page.getByLabel('Port').nth(1).fill(String(target().port))
    await requireAccessible(page, 'asset form')
    await requireComplaint('Address', 'The address must be a host name or an IP address')
    await requireAccessible(page, 'refused asset form')
    await picture(page, 'refused-form')
    await field('Address').fill('127.0.0.1')
    await requireComplaint('Name', 'There is an asset called first-1 already')
    // the browser reports both answers
    await expect.poll(() => errors).toEqual([expect.stringContaining('400'), expect.stringContaining('409')])
    errors.length = 0
    expect(await field('Address').getAttribute('aria-invalid')).toBeNull()
    await field('Name').fill('web-1')
    await button('Create').click()
    await page.getByRole('button', { name: 'web-1', exact: true }).waitFor()
    await requireAccessible(page, 'assets')
  })

  it('storesAnAccount', async () => {
    await open('/accounts', 'Accounts')
    await button('New account').first().click()
    await choose('Asset', 'web-1')
    await field('User name on the asset').fill(target().user)
    await field('Password').fill(target().password)
    await button('Create').click()
    await page.getByRole('row').filter({ hasText: 'web-1' }).getByText(target().user).first().waitFor()
    await requireAccessible(page, 'accounts')
  })

  it('givesAPermission', async () => {
    await open('/permissions', 'Permissions')
    await button('New permission').first().click()
    await field('Name').fill('Everything for me')
    await choose('Users', 'admin')
    await choose('Assets', 'web-1')
    await page.locator('.el-checkbox', { hasText: 'Delete files' }).click()
    await requireAccessible(page, 'permission form')
    await button('Create').click()
    await page.getByRole('button', { name: 'Everything for me', exact: true }).waitFor()
    await requireAccessible(page, 'permissions')
  })

  it('saysWhySomebodyMayAndSomebodyMayNot', async () => {
    await button('Why?').click()
    await choose('Person', 'admin')
    await choose('Asset', 'web-1')
    await page.getByRole('heading', { name: 'Yes' }).waitFor()
    await page.locator('.answer').getByText('Everything for me').first().waitFor()
    await requireAccessible(page, 'explain')
    await picture(page, 'explain')
    await choose('Person', 'bob')
    await page.getByRole('heading', { name: 'No', exact: true }).waitFor()
  })

  it('refusesAMachineThatNobodyVouchedFor', async () => {
    await page.goto(`${url()}/luna/`)
    await page.getByRole('heading', { name: 'Where to?' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Quick connect' }).fill('web')
    await option('web-1').waitFor()
    await requireAccessible(page, 'palette')
    await page.keyboard.press('Enter')
    for (const client of ['ssh -p', 'sftp -P', 'scp -P']) await page.getByText(new RegExp(`^${client} ${sshPort()} .*admin@${target().user}@web-1@localhost`)).waitFor()
    await requireAccessible(page, 'connect dialog')
    await picture(page, 'connect')
    await page.getByRole('button', { name: 'Connect', exact: true }).click()
    await page.getByRole('alert').getByText(/host key .* is not accepted yet/).waitFor()
    await requireAccessible(page, 'refused terminal')
    await page.locator('.tab .gh-icon-button').click()
    await page.locator('.tab').waitFor({ state: 'detached' })
  })

  it('acceptsTheHostKeyAndIsAskedWhoIsThereOnceTheProofIsOld', async () => {
    await call('POST', '/authentication/step-up/', { password: PASSWORD })
    await proofLasts('PT20S')
    await expect.poll(async () => ((await call('GET', '/authentication/step-up/')) as { fresh: boolean }).fresh).toBe(false)
    await open('/host-keys', 'Host keys')
    await button('Accept').first().click()
    await page.getByRole('dialog').getByText(/SHA256:/).waitFor()
    await requireAccessible(page, 'host key dialog')
    await picture(page, 'host-key')
    await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click()
    const proof = page.getByRole('dialog', { name: 'Is it still you?' })
    await proof.getByLabel('Present password', { exact: true }).fill(PASSWORD)
    await requireAccessible(page, 'step-up')
    await picture(page, 'step-up')
    await proof.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Trusted', { exact: true }).first().waitFor()
    // the browser reports the answer that asks for the proof
    await expect.poll(() => errors).toEqual([expect.stringContaining('403')])
    errors.length = 0
    await call('POST', '/authentication/step-up/', { password: PASSWORD })
    await proofLasts('PT15M')
  })

  it('worksInATerminal', async () => {
    await page.goto(`${url()}/luna/`)
    await page.locator('.tree button.name').first().click()
    await page.locator('.xterm-rows').getByText(/[$#%>]\s*$/).first().waitFor()
    await hasFocus(page.locator('.xterm-helper-textarea'))
    await page.keyboard.type(`echo ${WORD.slice(0, 3)}''${WORD.slice(3)}`)
    await page.keyboard.press('Enter')
    await page.locator('.xterm-rows').getByText(WORD).first().waitFor()
    await requireAccessible(page, 'terminal')
    await picture(page, 'workspace')
  })

  it('movesFiles', async () => {
    await page.getByRole('button', { name: 'Files', exact: true }).click()
    await page.locator('.files .state').or(page.locator('.files tbody')).first().waitFor()
    await page.locator('.files input[type=file]').first().setInputFiles([
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('first') },
      { name: 'large.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(LARGE, 7) },
    ])
    await page.locator('.uploads').getByText('Uploads', { exact: true }).waitFor()
    await row('large.bin').getByText('12 MiB').waitFor()
    await requireAccessible(page, 'files')
    await picture(page, 'files')
    const [download] = await Promise.all([page.waitForEvent('download'), row('large.bin').getByRole('button', { name: 'Download large.bin' }).click()])
    expect(readFileSync(await download.path())).toHaveLength(LARGE)
  })

  it('asksBeforeReplacingAndDeleting', async () => {
    await page.locator('.files input[type=file]').first().setInputFiles([{ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('second') }])
    await page.getByRole('dialog', { name: '1 name is taken' }).getByRole('button', { name: 'Keep both' }).click()
    await row('notes (2).txt').click()
    await page.keyboard.press('Delete')
    await page.getByRole('dialog').getByText('cannot be brought back').waitFor()
    await requireMessageBox(page)
    await requireAccessible(page, 'delete question')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await row('notes (2).txt').waitFor({ state: 'detached' })
    await row('notes.txt').waitFor()
    await page.locator('.files').getByRole('button', { name: 'Close' }).click()
  })

  it('logsTheTransfers', async () => {
    const console = await page.context().newPage()
    collectErrors(console, errors)
    await console.goto(`${url()}/ui/#/transfers?operation=write`)
    await console.getByRole('row').filter({ hasText: 'large.bin' }).getByText('Done').waitFor()
    expect(await console.getByRole('row').filter({ hasText: 'large.bin' }).filter({ hasText: 'Download' }).count(), 'the filter holds').toBe(0)
    await requireAccessible(console, 'transfers')
    await console.close()
  })

  it('namesColoursAndClosesTabs', async () => {
    await page.locator('.tab').click({ button: 'right' })
    await requireAccessible(page, 'tab menu')
    await page.getByRole('menuitem', { name: 'Violet' }).click()
    await page.locator('.tab.violet').waitFor()
    await page.locator('.tab').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Open once more' }).click()
    await page.locator('.tab').nth(1).locator('.dot.open').waitFor()
    await page.keyboard.press('Alt+Shift+KeyW')
    await page.locator('.tab').nth(1).waitFor({ state: 'detached' })
    await page.locator('.screen:visible .xterm-helper-textarea').focus()
  })

  it('keepsFavouritesAtTheServer', async () => {
    const line = page.locator('.tree .line').filter({ hasText: 'web-1' }).first()
    await line.hover()
    await line.getByRole('button', { name: 'Add to favourites' }).click()
    await page.getByRole('heading', { name: 'Favourites' }).waitFor()
    const another = await page.context().newPage()
    await another.goto(`${url()}/luna/`)
    await another.getByRole('heading', { name: 'Favourites' }).waitFor()
    await another.close()
  })

  it('isWatchedAndTerminated', async () => {
    const console = await page.context().newPage()
    collectErrors(console, errors)
    await console.goto(`${url()}/ui/#/sessions`)
    // the closed tab and the closed files panel have to be over first
    await expect.poll(() => console.getByRole('button', { name: 'admin', exact: true }).count()).toBe(1)
    await console.getByRole('button', { name: 'admin', exact: true }).click()
    await console.locator('.xterm-rows').getByText(WORD).first().waitFor()
    await picture(console, 'watch')
    await console.getByRole('button', { name: 'Terminate' }).click()
    await console.getByPlaceholder('Message (optional)').fill('time for lunch')
    await console.getByRole('dialog').getByRole('button', { name: 'Terminate' }).click()
    await page.getByRole('alert').getByText(/lunch/).waitFor()
    await console.close()
  })

  it('isReplayed', async () => {
    await open('/commands', 'Commands')
    await field('Search').fill(WORD)
    await page.getByRole('row').filter({ hasText: WORD }).getByRole('button').first().click()
    await page.getByPlaceholder('Search in the text').fill(WORD)
    await page.locator('.side li button').first().click()
    await page.locator('.xterm-rows').getByText(WORD).first().waitFor()
    await requireAccessible(page, 'replay')
    await picture(page, 'replay')
  })

  it('showsASessionOfFilesWithItsTransfers', async () => {
    await open('/sessions?tab=history&kind=files', 'Sessions')
    await button('Details').first().click()
    await page.getByRole('heading', { name: 'A session of files' }).waitFor()
    await page.getByRole('row').filter({ hasText: 'large.bin' }).first().waitFor()
    await requireAccessible(page, 'session of files')
    await picture(page, 'session-of-files')
  })

  describe.each(['light', 'dark'])('in %s', (theme) => {
    it.each([
      ['/', 'Overview'],
      ['/users', 'Users'],
      ['/groups', 'User groups'],
      ['/roles', 'Roles'],
      ['/assets', 'Assets'],
      ['/accounts', 'Accounts'],
      ['/permissions', 'Permissions'],
      ['/platforms', 'Platforms'],
      ['/zones', 'Zones'],
      ['/host-keys', 'Host keys'],
      ['/sessions?tab=history', 'Sessions'],
      ['/commands', 'Commands'],
      ['/transfers', 'File transfers'],
      ['/tunnels', 'Tunnels'],
      ['/tunnels?tab=live', 'Tunnels'],
      ['/events', 'Events'],
      ['/settings', 'Settings'],
      ['/profile', 'My profile'],
    ])('shows %s', async (path, title) => {
      await page.evaluate((name) => localStorage.setItem('gatehouse.theme', name), theme)
      await page.goto('about:blank')
      await open(path, title)
      await page.locator('.el-skeleton').first().waitFor({ state: 'detached' })
      expect(await page.getByRole('alert').count(), 'no page fails to load').toBe(0)
      await requireAccessible(page, `${title} in ${theme}`)
      await picture(page, `${title.toLowerCase().replace(/ /g, '-')}-${theme}`)
    })
  })

  it('reportsNoErrors', () => {
    expect(errors).toEqual([])
  })
})
