import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, newPage, picture, requireAccessible, setting, signIn, url } from './browser'

const LISTS = [
  ['/sessions?tab=history', 'Sessions', 'User'],
  ['/commands', 'Commands', 'Session of'],
  ['/transfers', 'File transfers', 'Asset'],
  ['/events', 'Events', 'Who'],
] as const

describe('what the console lists, and two who change the same', () => {
  let browser: Browser
  let ada: Page
  let ben: Page
  const errors: string[] = []

  beforeAll(async () => {
    browser = await launch()
    ada = await administrator()
    ben = await administrator()
  })
  afterAll(async () => {
    await browser?.close()
  })

  async function administrator(): Promise<Page> {
    const page = await newPage(browser, errors)
    await page.goto(`${url()}/ui/#/sign-in?next=/ui/`)
    await signIn(page, 'admin', setting('ADMIN_PASSWORD'))
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
    return page
  }

  async function open(page: Page, path: string, title: string) {
    await page.goto('about:blank')
    await page.goto(`${url()}/ui/#${path}`)
    await page.getByRole('heading', { name: title, level: 1 }).waitFor()
    await page.locator('.el-skeleton').first().waitFor({ state: 'detached' })
  }

  const rowsOf = (page: Page) => page.locator('.el-table__body tr')

  describe.each(LISTS)('%s', (path, title, sortable) => {
    it('hasItsFiltersInOneRow', async () => {
      await open(ada, path, title)
      const toolbar = ada.locator('.toolbar')
      expect((await toolbar.boundingBox())?.height).toBeLessThan(60)
      await toolbar.getByPlaceholder('From').click()
      await ada.getByRole('button', { name: 'Last 7 days' }).click()
      await toolbar.getByRole('button', { name: 'Clear filters' }).waitFor()
      expect((await toolbar.boundingBox())?.height, 'also with a period').toBeLessThan(60)
      await picture(ada, `list-${title.toLowerCase().replace(/ /g, '-')}`)
      await toolbar.getByRole('button', { name: 'Clear filters' }).click()
    })

    it('isSortedByKeyboard', async () => {
      const heading = ada.getByRole('columnheader', { name: sortable })
      await heading.getByRole('button').focus()
      await ada.keyboard.press('Enter')
      await expect.poll(() => heading.getAttribute('class')).toContain('ascending')
      await ada.keyboard.press('Enter')
      await expect.poll(() => heading.getAttribute('class')).toContain('descending')
      await ada.getByRole('alert').first().waitFor({ state: 'detached' })
      await expect.poll(() => rowsOf(ada).count()).toBeGreaterThan(0)
    })
  })

  it('turnsPagesByKeyboard', async () => {
    await open(ada, '/events', 'Events')
    const first = await rowsOf(ada).first().innerText()
    await ada.getByRole('button', { name: 'page 2' }).or(ada.getByRole('listitem', { name: 'page 2' })).focus()
    await ada.keyboard.press('Enter')
    await expect.poll(() => rowsOf(ada).first().innerText()).not.toBe(first)
    await requireAccessible(ada, 'second page')
    await ada.getByRole('button', { name: 'previous page' }).focus()
    await ada.keyboard.press('Enter')
    await expect.poll(() => rowsOf(ada).first().innerText()).toBe(first)
  })

  it('choosesColumnsByKeyboardAndRemembersThem', async () => {
    await open(ada, '/commands', 'Commands')
    const columns = ada.locator('.chooser')
    const account = columns.getByRole('checkbox', { name: 'Account' })
    await ada.getByRole('button', { name: 'Columns' }).focus()
    await ada.keyboard.press('Enter')
    await columns.getByText('Account').waitFor()
    const reached = () => account.evaluate((box) => box === document.activeElement)
    for (let presses = 0; presses < 12 && !(await reached()); presses += 1) await ada.keyboard.press('Tab')
    expect(await reached(), 'a key leads to the choice').toBe(true)
    await ada.keyboard.press('Space')
    await ada.getByRole('columnheader', { name: 'Account' }).waitFor()
    await requireAccessible(ada, 'columns')
    await open(ada, '/commands', 'Commands')
    await ada.getByRole('columnheader', { name: 'Account' }).waitFor()
  })

  /** Both open the same; Ada saves first. */
  async function bothOpen(path: string, title: string, row: string) {
    for (const page of [ada, ben]) {
      await open(page, path, title)
      await page.getByLabel('Search', { exact: true }).fill(row)
      await page.getByRole('button', { name: row, exact: true }).first().click()
      await page.getByRole('button', { name: 'Save' }).waitFor()
    }
  }

  const comment = (page: Page) => page.getByRole('dialog').getByLabel('Comment')
  async function save(page: Page, text: string) {
    await comment(page).fill(text)
    await page.getByRole('button', { name: 'Save' }).click()
  }

  it('tellsTheSecondWhoChangesAnAsset', async () => {
    await bothOpen('/assets', 'Assets', setting('TARGET_ASSET'))
    await save(ada, 'from Ada')
    await ada.getByText('Saved').first().waitFor()
    await save(ben, 'from Ben')
    const told = ben.getByRole('alert').filter({ hasText: 'Somebody else changed this' })
    await told.getByText('Both of you changed: Comment.').waitFor()
    await requireAccessible(ben, 'conflict')
    await picture(ben, 'conflict')
    await told.getByRole('button', { name: 'Load theirs' }).click()
    await expect.poll(() => comment(ben).inputValue()).toBe('from Ada')
    await save(ben, 'from both')
    await ben.getByText('Saved').first().waitFor()
  })

  it('letsBothStayWhereTheyChangedDifferentThings', async () => {
    await bothOpen('/assets', 'Assets', setting('TARGET_ASSET'))
    await save(ada, 'only Ada')
    await ada.getByText('Saved').first().waitFor()
    await ben.getByRole('dialog').getByLabel('Labels').fill('env:test')
    await ben.keyboard.press('Enter')
    await ben.getByRole('button', { name: 'Save' }).click()
    await ben.getByText('You did not touch the same fields').waitFor()
    await ben.getByRole('button', { name: 'Keep mine' }).click()
    await ben.getByText('Saved').first().waitFor()
    await ben.getByRole('button', { name: setting('TARGET_ASSET'), exact: true }).first().click()
    await expect.poll(() => comment(ben).inputValue()).toBe('only Ada')
    await ben.getByRole('dialog').getByText('env:test').waitFor()
  })

  /** As the page's own scripts call the server. */
  async function made(path: string, body: object): Promise<string> {
    return ada.evaluate(
      async ([url, text]) => {
        const token = decodeURIComponent(/gatehouse-csrf=([^;]*)/.exec(document.cookie)?.[1] ?? '')
        const answer = await fetch('/api/v1' + url, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': token }, body: text })
        if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
        return ((await answer.json()) as { id?: string }).id ?? ''
      },
      [path, JSON.stringify(body)] as const,
    )
  }

  it('fitsTheGatewaysOfAZone', async () => {
    await made('/authentication/step-up/', { password: setting('ADMIN_PASSWORD') })
    const zone = await made('/assets/zones/', { name: 'workspace-zone' })
    const asset = await ada.evaluate(async (name) => {
      const answer = await fetch(`/api/v1/assets/assets/?search=${name}`)
      return ((await answer.json()) as { items: { id: string }[] }).items[0]?.id
    }, setting('TARGET_ASSET'))
    await made('/assets/gateways/', { zone, asset })
    await open(ada, '/zones', 'Zones')
    await ada.getByRole('button', { name: 'Gateways workspace-zone' }).click()
    const drawer = ada.locator('.el-drawer')
    await drawer.getByRole('row').filter({ hasText: setting('TARGET_ASSET') }).waitFor()
    const beyond = () => drawer.locator('.el-table .el-scrollbar__wrap').first().evaluate((table) => table.scrollWidth - table.clientWidth)
    await expect.poll(beyond, { message: 'nothing to scroll to at the side' }).toBeLessThanOrEqual(0)
    await requireAccessible(ada, 'gateways')
    await picture(ada, 'gateways-light')
    await ada.emulateMedia({ colorScheme: 'dark' })
    await picture(ada, 'gateways-dark')
    await ada.emulateMedia({ colorScheme: 'light' })
  })

  it('tellsWhatHappenedInWords', async () => {
    await open(ada, '/events?type=session.ended', 'Events')
    await rowsOf(ada).first().click()
    const details = ada.locator('.el-drawer dl')
    await details.getByText('Result', { exact: true }).waitFor()
    await details.getByText('Input', { exact: true }).waitFor()
    expect(await details.innerText()).not.toContain('input-bytes')
    await requireAccessible(ada, 'details of an event')
    await picture(ada, 'event-details')
  })

  it('isReadInChinese', async () => {
    await ada.evaluate(() => localStorage.setItem('gatehouse.locale', 'zh-CN'))
    await open(ada, '/events?type=session.opened', '事件')
    await rowsOf(ada).first().click()
    const details = ada.locator('.el-drawer dl')
    await details.getByText('资产名称', { exact: true }).waitFor()
    await requireAccessible(ada, 'details of an event in Chinese')
    await picture(ada, 'event-details-zh')
    await open(ada, '/zones', '网域')
    await ada.getByRole('row').filter({ hasText: 'workspace-zone' }).locator('button[aria-label*=workspace-zone]').first().click()
    await ada.locator('.el-drawer').getByRole('row').filter({ hasText: setting('TARGET_ASSET') }).waitFor()
    await ada.emulateMedia({ colorScheme: 'dark' })
    await picture(ada, 'gateways-zh-dark')
    await ada.evaluate(() => localStorage.removeItem('gatehouse.locale'))
  })

  it('reportsNoErrors', () => {
    expect(errors.filter((text) => !text.includes('412'))).toEqual([])
  })
})
