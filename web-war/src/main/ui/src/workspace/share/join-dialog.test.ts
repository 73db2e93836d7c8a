import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/shared/i18n'
import { useMe } from '@/shared/session/me'
import JoinDialog from './JoinDialog.vue'

const INVITATION = { id: 'i', session: 's', person: 'alice', assetName: 'web-1', accountName: 'root', invitedBy: 'alice', access: 'write', expiresAt: '2026-01-01T12:00:00Z' }

/** Answers a look so. Gives what was asked. */
function testingServer(status: number, body: object) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`)
    return request.method === 'GET'
      ? new Response(JSON.stringify(INVITATION), { headers: { 'content-type': 'application/json' } })
      : new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
  return asked
}

async function shown() {
  useMe().me = { id: '2', username: 'bob', name: 'Bob', rights: [] } as never
  mount(JoinDialog, { props: { token: 'i.secret' }, attachTo: document.body, global: { plugins: [i18n] } })
  await flushPromises()
  const dialog = document.querySelector('.el-dialog') as HTMLElement
  const join = [...dialog.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Join')
  return { text: dialog.textContent ?? '', join, facts: [...dialog.querySelectorAll('dd')].map((fact) => fact.textContent) }
}

describe('an invitation', () => {
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })

  it('saysWhatItIsForBeforeItIsUsed', async () => {
    const asked = testingServer(200, INVITATION)
    const { facts, join } = await shown()
    expect(facts.slice(0, 4)).toEqual(['alice', 'web-1', 'root', 'Type, too'])
    expect(facts[4]).toContain('2026')
    expect(join?.disabled).toBe(false)
    expect(asked).toEqual(['POST /api/v1/terminal/invitations/look/'])
  })

  it('saysWhoseSessionItIsWhenSomebodyElseInvites', async () => {
    testingServer(200, { ...INVITATION, invitedBy: 'audrey', access: 'read' })
    expect((await shown()).facts.slice(0, 5)).toEqual(['audrey', 'alice', 'web-1', 'root', 'Look on'])
  })

  it('isShownToWhoeverUsedItsLinkBefore', async () => {
    const asked = testingServer(409, { code: 'SHARE_USED', detail: 'you have used this link already' })
    expect((await shown()).facts).toContain('web-1')
    expect(asked).toEqual(['POST /api/v1/terminal/invitations/look/', 'GET /api/v1/terminal/invitations/i/'])
  })

  it('isNotOfferedWhenItIsOver', async () => {
    testingServer(404, { code: 'SHARE_UNKNOWN', detail: 'there is no such invitation' })
    const { text, join } = await shown()
    expect(text).toContain('This invitation cannot be opened')
    expect(text).toContain('there is no such invitation')
    expect(join).toBeUndefined()
  })
})
