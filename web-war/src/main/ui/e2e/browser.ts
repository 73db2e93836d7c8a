import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:tls'
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core'
import { expect } from 'vitest'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set; BrowserE2E starts these tests`)
  return value
}

export const url = () => setting('GATEHOUSE_URL')

export const target = () => ({
  port: Number(setting('TARGET_PORT')),
  user: setting('TARGET_USER'),
  password: setting('TARGET_PASSWORD'),
})

export const sshPort = () => Number(setting('GATEHOUSE_SSH_PORT'))

export const setupLink = () => setting('SETUP_LINK')

/** The key of the server's certificate, which must come from our own authority: the browser then trusts that key and no other. */
function trustedKey(): Promise<string> {
  const { hostname, port } = new URL(url())
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), servername: hostname, ca: readFileSync(setting('GATEHOUSE_CA')) }, () => {
      const key = new X509Certificate(socket.getPeerCertificate().raw).publicKey.export({ type: 'spki', format: 'der' })
      socket.end()
      resolve(createHash('sha256').update(key).digest('base64'))
    })
    socket.on('error', reject)
  })
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--ignore-certificate-errors-spki-list=${await trustedKey()}`,
      // Without WebGL the terminal draws with elements, whose text a test can read.
      '--disable-3d-apis',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** How long a step may take on a slow machine. */
const PATIENCE = 180_000

/** A page of somebody of their own, whose errors make the test fail at its end. */
export async function newPage(browser: Browser, errors: string[], options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 760 }, locale: 'en-GB', reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  collectErrors(page, errors)
  return page
}

/** What is typed goes there. */
export const hasFocus = (where: Locator) => expect.poll(() => where.evaluate((element) => element === document.activeElement), { message: `focus on ${where}` }).toBe(true)

/** Refuses pages with errors that WCAG 2.2 AA forbids. A watermark is decoration and hidden from readers. */
export async function requireAccessible(page: Page, name: string): Promise<void> {
  // what fades in or out has colours of its own for a moment
  await page.waitForFunction(() => !document.querySelector('[class*="-enter-active"], [class*="-leave-active"]'))
  await page.locator('.el-message').first().waitFor({ state: 'detached' })
  await page.evaluate(AXE)
  const broken = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: { run: (context: object, options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }).axe
    const result = await axe.run({ exclude: [['.watermark'], ['.xterm']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    return result.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 200)} ${violation.nodes[0]?.failureSummary}`)
  })
  expect(broken, `${name} is accessible`).toEqual([])
}

const CENTRED_WITHIN = 30

/** What a script opens brings no style by itself: without one a question is bare text at the end of the page. */
export async function requireMessageBox(page: Page): Promise<void> {
  const box = page.locator('.el-message-box')
  await box.waitFor()
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  const place = await box.boundingBox()
  expect(Math.abs((place?.x ?? 0) + (place?.width ?? 0) / 2 - width / 2), 'a question stands in the middle').toBeLessThan(CENTRED_WITHIN)
  expect(Math.abs((place?.y ?? 0) + (place?.height ?? 0) / 2 - height / 2), 'a question stands at half height').toBeLessThan(CENTRED_WITHIN)
  expect(await box.evaluate((element) => getComputedStyle(element).backgroundColor), 'a question has a ground').not.toBe('rgba(0, 0, 0, 0)')
}

/** A message lies over the page, not below it. */
export async function requireToast(page: Page, text: string): Promise<void> {
  const toast = page.locator('.el-message').filter({ hasText: text })
  await toast.waitFor()
  expect(await toast.evaluate((element) => getComputedStyle(element).position), 'a message lies over the page').toBe('fixed')
}

/** Errors that a page reports, content policy included, make the test fail at its end. */
export function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !/Failed to load resource: the server responded with a status of (401|404)/.test(text)) errors.push(text)
  })
}

export async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('User name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}
