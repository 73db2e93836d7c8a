import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, newPage, picture, requireAccessible, requireMessageBox, setting, signIn, url } from './browser'

const LARGE = randomBytes(8 * 1024 * 1024)
const SLOW_BYTES_A_SECOND = 128 * 1024
const PLACE = `carried-${randomBytes(3).toString('hex')}`
const sum = (content: Buffer) => createHash('sha256').update(content).digest('hex')

describe('files that a person carries', () => {
  let browser: Browser
  let page: Page
  let cdp: CDPSession
  const errors: string[] = []
  const here = mkdtempSync(join(tmpdir(), 'dropped-'))

  beforeAll(async () => {
    mkdirSync(join(here, 'photos/2026/empty'), { recursive: true })
    writeFileSync(join(here, 'photos/cover.txt'), 'cover')
    writeFileSync(join(here, 'photos/2026/年 $& 1.txt'), 'first')
    writeFileSync(join(here, 'note.txt'), 'note')
    writeFileSync(join(here, 'large.bin'), LARGE)
    browser = await launch()
    page = await newPage(browser, errors)
    cdp = await page.context().newCDPSession(page)
    await page.goto(`${url()}/ui/#/sign-in?next=/luna/`)
    await signIn(page, setting('PERSON'), setting('PERSON_PASSWORD'))
    await page.getByRole('heading', { name: 'Where to?' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
  })

  const panel = () => page.locator('.files')
  const row = (name: string) => panel().locator('tbody tr').filter({ has: page.getByTitle(name, { exact: true }) })
  const upload = (name: string) => page.locator('.upload').filter({ has: page.getByTitle(new RegExp(`/${name}$`)) })
  const dialog = () => page.getByRole('dialog').locator('visible=true')
  const answer = (name: string) => dialog().getByRole('button', { name }).click()

  /** As a file manager would: entries that the browser reads from the disk. */
  async function drag(where: Locator, types: ('dragEnter' | 'dragOver' | 'drop')[], ...names: string[]) {
    const box = await where.boundingBox()
    if (!box) throw new Error('nothing to drop onto')
    const data = { items: [], files: names.map((name) => join(here, name)), dragOperationsMask: 1 }
    for (const type of types) await cdp.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data })
  }
  const drop = (...names: string[]) => drag(panel(), ['dragEnter', 'dragOver', 'drop'], ...names)

  async function slow(bytesASecond: number) {
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesASecond })
  }

  async function contentOf(name: string): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), row(name).getByRole('button', { name: `Download ${name}` }).click()])
    return readFileSync(await download.path())
  }

  async function openPlace(where: Page, asset = setting('TARGET_ASSET')) {
    const opened = where.getByRole('dialog').locator('visible=true')
    await where.keyboard.press('Control+k')
    await where.getByRole('combobox', { name: 'Quick connect' }).fill(asset)
    await where.getByRole('option').first().waitFor()
    await where.keyboard.press('Shift+Enter')
    await opened.getByText('SFTP · Files only').click()
    await opened.getByRole('button', { name: 'Connect', exact: true }).click()
  }

  it('opensAPlaceOfItsOwn', async () => {
    await openPlace(page)
    await panel().getByRole('button', { name: 'New folder' }).and(page.locator(':enabled')).click()
    await dialog().getByPlaceholder('Name').fill('two/parts')
    await answer('OK')
    await dialog().getByText('A name without “/”').waitFor()
    await dialog().getByPlaceholder('Name').fill(PLACE)
    await answer('OK')
    await row(PLACE).dblclick()
    await panel().getByText('This directory is empty').waitFor()
    await requireAccessible(page, 'empty directory')
  })

  it('saysWhereADropGoes', async () => {
    await drag(panel(), ['dragEnter', 'dragOver'], 'note.txt')
    await panel().getByText(new RegExp(`Drop to upload to .*/${PLACE}`)).waitFor()
    await picture(page, 'files-drop')
    await drag(page.locator('.tree'), ['dragOver'], 'note.txt')
    await panel().getByText(/Drop to upload to/).waitFor({ state: 'detached' })
  })

  it('carriesAFolderWithEverythingInIt', async () => {
    await drop('photos', 'note.txt')
    await row('photos').waitFor()
    expect((await contentOf('note.txt')).toString()).toBe('note')
    await row('photos').dblclick()
    expect((await contentOf('cover.txt')).toString()).toBe('cover')
    await row('2026').dblclick()
    await row('empty').waitFor()
    expect((await contentOf('年 $& 1.txt')).toString()).toBe('first')
    await panel().getByRole('button', { name: PLACE }).click()
    await row('photos').waitFor()
  })

  it('asksWhenANameIsTaken', async () => {
    await drop('photos')
    await page.getByRole('dialog', { name: '1 name is taken' }).waitFor()
    await requireMessageBox(page)
    expect(await dialog().textContent()).not.toContain('empties')
    await picture(page, 'files-clash')
    await answer('Keep both')
    await row('photos (2)').dblclick()
    await row('cover.txt').waitFor()
    await panel().getByRole('button', { name: 'Parent directory' }).click()
    await row('note.txt').waitFor()
    writeFileSync(join(here, 'note.txt'), 'another note')
    await drop('note.txt')
    await answer('Replace')
    await expect.poll(async () => (await contentOf('note.txt')).toString()).toBe('another note')
  })

  it('pausesAnUploadAndGoesOnAfterTheBytesThatAreThere', async () => {
    await slow(SLOW_BYTES_A_SECOND)
    await drop('large.bin')
    await upload('large.bin').getByText(/MiB\/s|KiB\/s/).waitFor()
    await upload('large.bin').getByRole('button', { name: 'Pause' }).click()
    await upload('large.bin').getByText(/Paused · .* \/ 8(\.0)? MiB/).waitFor()
    await requireAccessible(page, 'paused upload')
    await picture(page, 'files-paused')
    await slow(-1)
    await upload('large.bin').getByRole('button', { name: 'Go on' }).click()
    await upload('large.bin').locator('.el-progress.is-success').waitFor()
    expect(sum(await contentOf('large.bin'))).toBe(sum(LARGE))
  })

  it('cancelsAnUploadAndSaysWhatIsLeft', async () => {
    await slow(SLOW_BYTES_A_SECOND)
    await page.getByRole('button', { name: 'Clear finished' }).click()
    await drop('large.bin')
    await answer('Keep both')
    await expect.poll(async () => Number(await page.locator('.upload').getByRole('progressbar').getAttribute('aria-valuenow'))).toBeGreaterThan(4)
    await page.locator('.upload').getByRole('button', { name: 'Cancel' }).click()
    await page.locator('.upload').getByText('Cancelled').waitFor()
    await slow(-1)
    await page.locator('.upload').getByText('What had arrived of it is still there.').waitFor()
    await row('large (2).bin').waitFor()
    await picture(page, 'files-cancelled')
  })

  it('renamesAndDoesNotOverwrite', async () => {
    await row('note.txt').click()
    await page.keyboard.press('F2')
    await dialog().getByRole('textbox').fill('large.bin')
    await answer('OK')
    await dialog().getByText('There is a “large.bin” already').waitFor()
    await picture(page, 'files-rename-refused')
    await dialog().getByRole('textbox').fill('renamed.txt')
    await page.keyboard.press('Enter')
    await row('renamed.txt').waitFor()
    expect(sum(await contentOf('large.bin'))).toBe(sum(LARGE))
  })

  it('refusesAFolderThatIsThere', async () => {
    await panel().getByRole('button', { name: 'New folder' }).click()
    await dialog().getByPlaceholder('Name').fill('photos')
    await answer('OK')
    await dialog().getByText('There is a “photos” already').waitFor()
    await requireAccessible(page, 'refused name')
    await answer('Cancel')
  })

  it('deletesAFolderOnlyByItsName', async () => {
    await row('photos (2)').click()
    await page.keyboard.press('Delete')
    await dialog().getByRole('textbox').fill('photos')
    await answer('Delete')
    await dialog().getByRole('textbox').fill('photos (2)')
    await answer('Delete')
    await row('photos (2)').waitFor({ state: 'detached' })
    await drop('photos')
    await answer('Keep both')
    await row('photos (2)').waitFor()
    expect(await page.locator('.upload.failed').count(), 'a folder that was deleted is made anew').toBe(0)
  })

  it('asksBeforeTheBackButtonLeavesAnUpload', async () => {
    await slow(SLOW_BYTES_A_SECOND)
    await page.getByRole('button', { name: 'Clear finished' }).click()
    await drop('large.bin')
    await answer('Keep both')
    await page.locator('.upload.running').waitFor()
    const asked = page.waitForEvent('dialog')
    await page.evaluate(() => window.history.back())
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    await slow(-1)
    await page.locator('.upload .el-progress.is-success').waitFor()
    expect(page.url()).toContain('/luna/')
  })

  it('asksBeforeUploadsAreLost', async () => {
    await slow(SLOW_BYTES_A_SECOND)
    await page.getByRole('button', { name: 'Clear finished' }).click()
    await drop('large.bin')
    await answer('Keep both')
    await page.locator('.upload.running').waitFor()
    await page.locator('.tab .gh-icon-button').click()
    await page.getByRole('dialog', { name: 'Stop 1 upload?' }).waitFor()
    await picture(page, 'files-close-question')
    await answer('Stop and close')
    await page.locator('.tab').waitFor({ state: 'detached' })
    await slow(-1)
  })

  it('keepsTheWorkspaceWhenAFileIsDroppedBesideThePanel', async () => {
    await drag(page.locator('.welcome'), ['dragEnter', 'dragOver', 'drop'], 'note.txt')
    await page.getByRole('heading', { name: 'Where to?' }).waitFor()
    expect(page.context().pages()).toHaveLength(1)
    expect(page.url()).toContain('/luna/')
  })

  it('endsTheSessionOfAPanelWithItsPage', async () => {
    const running = () =>
      page.evaluate(async () => {
        const answer = await fetch('/api/v1/terminal/sessions/?state=live&kind=files')
        return ((await answer.json()) as { total: number }).total
      })
    await expect.poll(running).toBe(0)
    const another = await page.context().newPage()
    await another.goto(`${url()}/luna/`)
    await another.getByRole('heading', { name: 'Where to?' }).waitFor()
    await openPlace(another)
    await another.locator('.files tbody tr').first().waitFor()
    await expect.poll(running).toBe(1)
    await another.close()
    await expect.poll(running).toBe(0)
  })

  it('saysThatReplacingEmptiesAFileWhereNothingMayBeDeleted', async () => {
    await openPlace(page, setting('KEEPING_ASSET'))
    await panel().getByRole('button', { name: 'Upload' }).and(page.locator(':enabled')).waitFor()
    await drop('note.txt')
    await row('note.txt').waitFor()
    await drop('note.txt')
    await page.getByRole('dialog', { name: '1 name is taken' }).getByText('Replacing empties a file first here').waitFor()
    await requireMessageBox(page)
    await requireAccessible(page, 'replacing in place')
    await picture(page, 'files-clash-emptied')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
    await page.locator('.tab .gh-icon-button').click()
    await page.locator('.tab').waitFor({ state: 'detached' })
  })

  it('reportsNoErrors', () => {
    expect(errors).toEqual([])
  })
})
