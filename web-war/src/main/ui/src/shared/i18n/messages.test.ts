import { describe, expect, it } from 'vitest'
import en from './en'
import zhCN from './zh-CN'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
}

const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()

describe('messages', () => {
  const english = new Map(flat(en as Tree))
  // refusals are in English from the server: their texts are compared with its codes by ProblemTextsTest
  const chinese = new Map(flat({ ...zhCN, refusals: {} } as Tree))

  it('existInBothLanguages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
    expect([...chinese].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('nameTheSamePlaceholders', () => {
    const different = [...english].filter(
      ([key, text]) => names(text).filter((n) => n !== 'n').join() !== names(chinese.get(key) ?? '').filter((n) => n !== 'n').join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })
})
