import { VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { i18n } from '@/shared/i18n'
import { until } from '@/shared/testing/until'
import ProtocolsInput from './ProtocolsInput.vue'

const DESCRIBED = [
  { name: 'copy', port: 7022, carrier: 'shell', usual: false },
  { name: 'plain', port: 7023, carrier: 'plain', usual: false },
  { name: 'shell', port: 7022, carrier: 'shell', usual: true },
]

/** Answers when told. */
function testingServer() {
  let answer = () => undefined as void
  const told = new Promise<void>((resolve) => (answer = resolve))
  vi.stubGlobal('fetch', async () => {
    await told
    return new Response(JSON.stringify({ items: DESCRIBED, total: DESCRIBED.length }), { headers: { 'content-type': 'application/json' } })
  })
  return answer
}

async function shown(modelValue: { protocol: string; port: number }[]) {
  const input = mount(ProtocolsInput, { props: { modelValue }, global: { plugins: [i18n, VueQueryPlugin] } })
  await flushPromises()
  const changed = () => input.emitted('update:modelValue')?.at(-1)?.[0]
  const move = async (at: number, port: number) => {
    const box = input.findAll('.el-input-number input')[at]
    await box?.setValue(String(port))
  }
  const add = () => input.get('.el-button')
  const known = () => until(() => expect(add().attributes('disabled')).toBeUndefined())
  return { changed, move, add, known }
}

describe('the protocols of an asset', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('addsNothingBeforeItIsKnownWhatThereIs', async () => {
    const answer = testingServer()
    const { add, changed, known } = await shown([])
    expect(add().attributes('disabled')).toBeDefined()
    answer()
    await known()
    await add().trigger('click')
    expect(changed()).toEqual([{ protocol: 'shell', port: 7022 }])
  })

  it('movesWhatComesByOneServerTogether', async () => {
    testingServer()()
    const { move, changed, known } = await shown([{ protocol: 'shell', port: 7022 }, { protocol: 'plain', port: 7022 }, { protocol: 'copy', port: 7022 }])
    await known()
    await move(2, 8022)
    expect(changed()).toEqual([{ protocol: 'shell', port: 8022 }, { protocol: 'plain', port: 7022 }, { protocol: 'copy', port: 8022 }])
  })

  it('movesAloneWhatHasAPortOfItsOwn', async () => {
    testingServer()()
    const { move, changed, known } = await shown([{ protocol: 'shell', port: 7022 }, { protocol: 'copy', port: 7024 }])
    await known()
    await move(0, 8022)
    expect(changed()).toEqual([{ protocol: 'shell', port: 8022 }, { protocol: 'copy', port: 7024 }])
  })
})
