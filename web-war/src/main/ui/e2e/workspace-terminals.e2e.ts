import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasFocus, launch, newPage, picture, requireAccessible, setting, signIn, url } from './browser'

const PROMPT = /[$#%>]\s*$/
// more commands than a page of a list holds, for the console's tests
const COMMANDS = 30

describe('terminals side by side', () => {
  let browser: Browser
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    browser = await launch()
    page = await newPage(browser, errors, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.goto(`${url()}/ui/#/sign-in?next=/luna/`)
    await signIn(page, setting('PERSON'), setting('PERSON_PASSWORD'))
    await page.getByRole('heading', { name: 'Where to?' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
  })

  const tabs = () => page.locator('.tab')
  const titles = () => tabs().allInnerTexts()
  const panels = () => page.locator('.panel').locator('visible=true')
  const rows = (at: number) => panels().nth(at).locator('.xterm-rows')
  const focus = (at: number) => panels().nth(at).locator('.xterm-helper-textarea').focus()
  const button = (at: number, name: string) => panels().nth(at).getByRole('button', { name, exact: true })
  const palette = () => page.getByRole('combobox', { name: 'Quick connect' })
  const dialog = () => page.getByRole('dialog').locator('visible=true')

  async function openPalette() {
    await page.keyboard.press('Control+Shift+K')
    await palette().waitFor()
  }

  /** As a person drags: down, a little way, there, up. */
  async function dragTo(from: Locator, to: Locator, x: number, y: number) {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()]
    if (!start || !end) throw new Error('nothing to drag')
    await page.mouse.move(start.x + 20, start.y + start.height / 2)
    await page.mouse.down()
    await page.mouse.move(start.x + 40, start.y + start.height / 2 + 5, { steps: 3 })
    await page.mouse.move(end.x + end.width * x, end.y + end.height * y, { steps: 8 })
    await page.mouse.move(end.x + end.width * x - 1, end.y + end.height * y)
    await page.mouse.up()
  }

  it('connectsAtOnceToAnAccountOfAnAsset', async () => {
    await openPalette()
    // faster than the server answers
    await page.keyboard.type(`${setting('TARGET_USER')}@${setting('TARGET_ASSET')}`)
    await page.keyboard.press('Enter')
    await rows(0).getByText(PROMPT).first().waitFor()
    expect(await titles()).toEqual([`${setting('TARGET_USER')}@${setting('TARGET_ASSET')}`])
  })

  it('takesTheNextKeyAndGivesTheKeyboardBack', async () => {
    const open = () =>
      page.evaluate(async () => {
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyK', key: 'K', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }))
        // the next key that a person presses is a task of its own
        await new Promise((resolve) => setTimeout(resolve))
        return document.activeElement?.getAttribute('role')
      })
    for (const time of ['second', 'third']) {
      await focus(0)
      expect(await open(), `opened for the ${time} time`).toBe('combobox')
      await page.keyboard.press('Escape')
      await dialog().waitFor({ state: 'detached' })
      await expect.poll(() => page.evaluate(() => document.activeElement?.className), { message: 'who has the keyboard afterwards' }).toContain('xterm-helper-textarea')
    }
  })

  it('saysThatAnAccountCannotBeHad', async () => {
    await openPalette()
    await page.keyboard.type(`nobody@${setting('TARGET_ASSET')}`)
    await page.getByText('connects as nobody').waitFor()
    await page.keyboard.press('Enter')
    await dialog().getByText('You may not use an account “nobody” here.').waitFor()
    await requireAccessible(page, 'missing account')
    await picture(page, 'palette-no-account')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('splitsByCommand', async () => {
    await button(0, 'Split right').click()
    await rows(1).getByText(PROMPT).first().waitFor()
    await expect.poll(() => panels().count()).toBe(2)
    await requireAccessible(page, 'split')
  })

  it('typesInBothAtOnceWithASign', async () => {
    await page.getByRole('button', { name: 'Synchronised input' }).click()
    await page.getByText('What you type goes to 2 terminals').waitFor()
    await focus(0)
    await page.keyboard.type("printf '%s-%s\\n' both here; cat -v")
    await page.keyboard.press('Enter')
    for (const at of [0, 1]) await rows(at).getByText('both-here', { exact: true }).waitFor()
    // every byte: letters of several bytes, control characters, keys that are sequences
    await page.keyboard.insertText('é中😀')
    for (const key of ['ArrowUp', 'F5', 'Control+t', 'Alt+x', 'Enter']) await page.keyboard.press(key)
    for (const at of [0, 1]) await rows(at).getByText('é中😀^[[A^[[15~^T^[x').first().waitFor()
    await requireAccessible(page, 'synchronised')
    await picture(page, 'sync')
    await page.keyboard.press('Control+c')
  })

  it('keepsAnswersOfATerminalToItsOwnShell', async () => {
    // the shell of the first asks its terminal where the cursor is; the second must not be told
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await focus(0)
    await page.keyboard.type(`printf 'wa%s\\n' its; read go; stty -echo; printf '\\033[6n\\033[c'; read -t 120 -d c answer; stty echo; printf '%s-%s\\n' asked \${#answer}`)
    await page.keyboard.press('Enter')
    await focus(1)
    await page.keyboard.type("stty -echo; printf 'he%s\\n' ars; cat -v")
    await page.keyboard.press('Enter')
    // a key that comes while bash still reads keys one by one is no line end for what it starts
    await rows(0).getByText('waits', { exact: true }).waitFor()
    await rows(1).getByText('hears', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Synchronised input' }).click()
    await focus(0)
    await page.keyboard.press('Enter')
    await rows(0).getByText(/^asked-\d\d/).waitFor()
    await focus(1)
    await page.keyboard.type('end')
    await page.keyboard.press('Enter')
    await rows(1).getByText(/end$/).waitFor()
    expect(await rows(1).getByText(/\^\[\[(\d+;\d+R|\?)/).count(), 'no answer of the other terminal').toBe(0)
    await page.keyboard.press('Control+c')
    await page.keyboard.type('stty echo')
    await page.keyboard.press('Enter')
  })

  it('asksBeforeLinesArePastedAndPastesThemInBoth', async () => {
    await focus(0)
    await page.evaluate((count) => navigator.clipboard.writeText([...Array(count).keys()].map((at) => `echo pasted-$((${at}+100))`).join('\n') + '\n'), COMMANDS)
    await page.keyboard.press('Control+Shift+V')
    await page.getByRole('dialog', { name: `Paste ${COMMANDS} lines?` }).waitFor()
    await requireAccessible(page, 'paste guard')
    await picture(page, 'paste-guard')
    await dialog().getByRole('button', { name: 'Cancel' }).click()
    await dialog().waitFor({ state: 'detached' })
    expect(await rows(0).getByText('pasted-100', { exact: true }).count()).toBe(0)
    await page.keyboard.press('Control+Shift+V')
    await dialog().getByRole('button', { name: 'Paste' }).click()
    await dialog().waitFor({ state: 'detached' })
    for (const at of [0, 1]) {
      await focus(at)
      await page.keyboard.press('Enter')
    }
    for (const at of [0, 1]) await rows(at).getByText('pasted-129', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByText('What you type goes to').waitFor({ state: 'detached' })
  })

  it('takesNoControlCharactersOutOfTheClipboard', async () => {
    await focus(0)
    await page.evaluate(() => navigator.clipboard.writeText('printf %s- a\x1b[201~b\x03c'))
    await page.keyboard.press('Control+Shift+V')
    await page.keyboard.press('Enter')
    await rows(0).getByText(/^a\[201~bc-/).first().waitFor()
  })

  it('findsTextInTheScrollback', async () => {
    await page.keyboard.press('Control+Shift+F')
    const field = panels().nth(0).getByRole('textbox', { name: 'Find', exact: true })
    await field.fill('pasted-1')
    await panels().nth(0).getByText(/^\d+\/\d+$/).waitFor()
    const before = await panels().nth(0).getByText(/^\d+\/\d+$/).innerText()
    await page.keyboard.press('Enter')
    await expect.poll(() => panels().nth(0).getByText(/^\d+\/\d+$/).innerText()).not.toBe(before)
    await button(0, 'Regular expression').click()
    await field.fill('pasted-1[0')
    await panels().nth(0).getByText('not an expression').waitFor()
    await field.fill('pasted-1[01]5$')
    await panels().nth(0).getByText(/\/2$/).waitFor()
    await requireAccessible(page, 'find')
    await picture(page, 'find')
    await page.keyboard.press('Escape')
    await field.waitFor({ state: 'detached' })
    await hasFocus(panels().nth(0).locator('.xterm-helper-textarea'))
  })

  it('wearsEveryTheme', async () => {
    const back = () => panels().nth(0).locator('.room').evaluate((element) => getComputedStyle(element).backgroundColor)
    await button(0, 'Appearance').click()
    await page.getByLabel('Colours').press('Enter')
    await page.getByRole('option', { name: /Dracula/ }).click()
    await expect.poll(back).toBe('rgb(40, 42, 54)')
    await picture(page, 'appearance')
    await requireAccessible(page, 'appearance')
    await page.keyboard.press('Escape')
    page.once('dialog', (question) => void question.accept())
    await page.reload()
    await page.locator('.tab').first().waitFor()
    await expect.poll(() => panels().count(), { message: 'still side by side' }).toBe(2)
    await expect.poll(back).toBe('rgb(40, 42, 54)')
  })

  it('movesTabs', async () => {
    await tabs().nth(1).waitFor()
    await focus(0)
    await tabs().nth(0).dblclick()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await dialog().getByRole('textbox').fill('first')
    await page.keyboard.press('Enter')
    await expect.poll(titles).toEqual(['first', `${setting('TARGET_USER')}@${setting('TARGET_ASSET')}`])
    await dragTo(tabs().nth(0), tabs().nth(1), 0.9, 0.5)
    await expect.poll(titles).toEqual([`${setting('TARGET_USER')}@${setting('TARGET_ASSET')}`, 'first'])
    await expect.poll(() => panels().count()).toBe(1)
  })

  it('splitsByDragging', async () => {
    await dragTo(tabs().nth(1), panels().nth(0), 0.85, 0.5)
    await expect.poll(() => panels().count()).toBe(2)
    await focus(0)
    await page.keyboard.type('echo still-$((40+2))')
    await page.keyboard.press('Enter')
    await picture(page, 'split-by-drag')
    await rows(0).getByText('still-42', { exact: true }).waitFor()
  })

  it('saysWhatSynchronisedInputNeeds', async () => {
    await dragTo(tabs().nth(1), tabs().nth(0), 0.9, 0.5)
    await expect.poll(() => panels().count()).toBe(1)
    await page.getByRole('button', { name: 'Synchronised input' }).click()
    await page.getByText('Show two terminals side by side first').waitFor()
  })

  it('reportsNoErrors', () => {
    expect(errors).toEqual([])
  })
})
