import { describe, expect, it } from 'vitest'
import type { Field } from './types'
import { placed } from './wrong-fields'

const FIELDS: Field[] = [
  { key: 'who', label: 'console.name', kind: 'heading' },
  { key: 'name', label: 'console.name', kind: 'text' },
  { key: 'password', label: 'console.name', kind: 'secret', sentAs: /^secret$/ },
  { key: 'protocols', label: 'console.name', kind: 'protocols' },
  { key: 'prompt', label: 'console.name', kind: 'text', sentAs: /\.settings\.prompt$/ },
]
const wrong = (...paths: string[]) => placed(paths.map((path) => ({ path, text: `bad ${path}` })), FIELDS)

describe('what is wrong', () => {
  it('standsAtItsFieldInTheOrderOfTheForm', () => {
    const { complaints, left } = wrong('protocols[1].port', 'name')
    expect(Object.entries(complaints)).toEqual([
      ['name', { path: 'name', text: 'bad name' }],
      ['protocols', { path: 'protocols[1].port', text: 'bad protocols[1].port' }],
    ])
    expect(left).toEqual([])
  })

  it('isFoundUnderTheNameThatTheValueIsSentAs', () => {
    expect(Object.keys(wrong('secret', 'protocols[0].settings.prompt').complaints)).toEqual(['password', 'prompt'])
  })

  it('isToldTogetherWhereSeveralThingsAre', () => {
    expect(wrong('protocols[1].port', 'protocols[2].name').complaints.protocols?.text).toBe('bad protocols[1].port\nbad protocols[2].name')
  })

  it('isLeftWhereNoFieldIsShown', () => {
    expect(wrong('nameless', 'who', 'name').left).toEqual(['bad nameless', 'bad who'])
  })
})
