import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n } from '@/shared/i18n'
import { until } from '@/shared/testing/until'
import OwnPassword from './OwnPassword.vue'

const PASSWORD = 'several words to keep'

async function filled() {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:any(.*)*', component: {} }] })
  const wrapper = mount(OwnPassword, { global: { plugins: [router, i18n, createPinia()] } })
  const fill = async (present: string, password: string, repeat: string) => {
    await wrapper.get('#present').setValue(present)
    await wrapper.get('#password').setValue(password)
    await wrapper.get('#repeat').setValue(repeat)
    await flushPromises()
  }
  const submit = async () => {
    await wrapper.get('form').trigger('submit')
    await flushPromises()
  }
  const typed = () => ['#present', '#password', '#repeat'].map((id) => wrapper.get<HTMLInputElement>(id).element.value)
  return { wrapper, fill, submit, typed, button: () => wrapper.get('button[type=submit]') }
}

function answering(status: number, body: object) {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(await request.json())
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  })
  return sent
}

describe('the own password', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('isWantedTwiceAndWithThePresentOne', async () => {
    const { fill, button } = await filled()
    await fill('old', PASSWORD, PASSWORD + '!')
    expect(button().attributes('disabled')).toBeDefined()
    await fill('', PASSWORD, PASSWORD)
    expect(button().attributes('disabled')).toBeDefined()
    await fill('old', PASSWORD, PASSWORD)
    expect(button().attributes('disabled')).toBeUndefined()
  })

  it('isChangedAndForgotten', async () => {
    const sent = answering(200, {})
    const { fill, submit, typed, button } = await filled()
    await fill('old', PASSWORD, PASSWORD)
    await submit()
    expect(sent).toEqual([{ oldPassword: 'old', newPassword: PASSWORD, revokeTokens: false }])
    expect(typed()).toEqual(['', '', ''])
    expect(button().attributes('disabled')).toBeDefined()
  })

  it('isKeptInTheFormWhenTheServerRefusesIt', async () => {
    answering(400, { code: 'PASSWORD_TOO_SHORT', detail: 'At least 24 characters' })
    const { wrapper, fill, submit, typed } = await filled()
    await fill('old', PASSWORD, PASSWORD)
    await submit()
    await until(() => expect(wrapper.get('.el-form-item__error').text()).toBe('At least 24 characters'))
    expect(typed()).toEqual(['old', PASSWORD, PASSWORD])
  })

  it('isKeptApartFromAWrongPresentOne', async () => {
    answering(403, { code: 'PASSWORD_WRONG', detail: 'Not right', errors: [{ field: 'oldPassword', code: 'PASSWORD_WRONG', message: 'Not right' }] })
    const { wrapper, fill, submit } = await filled()
    await fill('old', PASSWORD, PASSWORD)
    await submit()
    await until(() => expect(wrapper.get('#present').attributes('aria-invalid')).toBe('true'))
    expect(wrapper.get(`#${wrapper.get('#present').attributes('aria-describedby')}`).text()).toBe('Not right')
    expect(wrapper.get('#password').attributes('aria-invalid')).toBeUndefined()
    expect(wrapper.findAll('.el-form-item__error')).toHaveLength(1)
  })
})
