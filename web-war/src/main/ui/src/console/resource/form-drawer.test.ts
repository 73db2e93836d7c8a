import { VueQueryPlugin } from '@tanstack/vue-query'
import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem, type ProblemBody } from '@/shared/api/problem'
import { i18n } from '@/shared/i18n'
import { until } from '@/shared/testing/until'
import FormDrawer from './FormDrawer.vue'
import type { Field, Form } from './types'

const FIELDS: Field[] = [
  { key: 'name', label: 'console.name', kind: 'text', required: true },
  { key: 'address', label: 'console.asset.address', kind: 'text' },
  { key: 'protocols', label: 'console.asset.protocols', kind: 'protocols' },
  { key: 'comment', label: 'console.comment', kind: 'textarea' },
]
const LINES = [{ protocol: 'shell', port: 7022 }, { protocol: 'copy', port: 7023 }]

const error = (field: string, message: string) => ({ field, code: 'VALUE_INVALID', message })

enableAutoUnmount(afterEach)

/** A form of which the server says `answer` when it is sent. */
async function shown(initial: Form, answer: () => Promise<void>) {
  const wrapper = mount(FormDrawer, {
    props: { modelValue: true, title: 'one', fields: FIELDS, initial, editing: false, save: answer },
    global: { plugins: [i18n, VueQueryPlugin], stubs: { transition: true } },
    attachTo: document.body,
  })
  await flushPromises()
  const control = (id: string) => document.getElementById(id) as HTMLInputElement
  const submit = async () => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))
    await flushPromises()
  }
  const said = (of: HTMLElement | null) => (of?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent).join('')
  return { wrapper, control, submit, said, port: (at: number) => document.querySelectorAll<HTMLInputElement>('.el-input-number input')[at] ?? null }
}
const refusing = (body: ProblemBody) => () => Promise.reject(new Problem(400, body))
const sentence = () => document.querySelector('.refusal')?.textContent ?? ''

describe('a form', () => {
  beforeEach(() => vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ items: [], total: 0 }), { headers: { 'content-type': 'application/json' } })))
  afterEach(() => {
    vi.unstubAllGlobals()
    document.body.innerHTML = ''
  })

  it('showsEachErrorAtItsFieldAndGoesToTheFirst', async () => {
    const errors = [error('comment', 'too long'), error('address', 'no address')]
    const { control, submit, said } = await shown({ name: 'web', address: 'a b', protocols: LINES, comment: 'x' }, refusing({ detail: 'two things', errors }))
    await submit()
    await until(() => expect(said(control('address'))).toBe('no address'))
    expect(said(control('comment'))).toBe('too long')
    expect(control('address').getAttribute('aria-invalid')).toBe('true')
    expect(control('comment').getAttribute('aria-invalid')).toBe('true')
    expect(control('name').hasAttribute('aria-invalid')).toBe(false)
    expect(document.activeElement).toBe(control('address'))
    expect(sentence()).toBe('')
  })

  it('goesToTheLineOfAFieldThatIsWrong', async () => {
    const { submit, said, port } = await shown({ name: 'web', address: '', protocols: LINES, comment: '' }, refusing({ errors: [error('protocols[1].port', '1 to 65535')] }))
    await submit()
    await until(() => expect(said(port(1))).toBe('1 to 65535'))
    expect(document.activeElement).toBe(port(1))
    expect([...document.querySelectorAll('[aria-invalid]')]).toEqual([port(1)])
  })

  it('saysInASentenceWhatConcernsNoField', async () => {
    const { submit } = await shown({ name: 'web' }, refusing({ detail: 'two things', errors: [error('zone', 'no such zone'), error('name', 'taken')] }))
    await submit()
    await until(() => expect(sentence()).toBe('no such zone'))
    expect(document.activeElement?.id).toBe('name')
  })

  it('saysTheWholeSentenceWithoutErrors', async () => {
    const { submit } = await shown({ name: 'web' }, refusing({ detail: 'not now' }))
    await submit()
    await until(() => expect(sentence()).toBe('not now'))
    expect(document.querySelector('[aria-invalid]')).toBeNull()
  })

  it('forgetsTheErrorsWhenItIsSentAgain', async () => {
    const answers = [refusing({ errors: [error('address', 'no address')] }), refusing({ detail: 'not now' })]
    const { control, submit } = await shown({ name: 'web', address: 'a b' }, () => answers.shift()!())
    await submit()
    await until(() => expect(control('address').getAttribute('aria-invalid')).toBe('true'))
    await submit()
    await until(() => expect(sentence()).toBe('not now'))
    expect(control('address').hasAttribute('aria-invalid')).toBe(false)
    expect(control('address').hasAttribute('aria-describedby')).toBe(false)
  })

  it('marksWhatIsMissingBeforeItIsSent', async () => {
    const save = vi.fn()
    const { control, submit, said } = await shown({ name: '' }, save)
    await submit()
    await until(() => expect(said(control('name'))).not.toBe(''))
    expect(document.activeElement).toBe(control('name'))
    expect(save).not.toHaveBeenCalled()
  })
})
