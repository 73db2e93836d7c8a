import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCES = resolve(import.meta.dirname, '../..')
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.(vue|ts)$/.test(file))
const read = (file: string) => readFileSync(resolve(SOURCES, file), 'utf8')

/** `ElMessageBox` is styled by `message-box/style/css`. Types have no look. */
function opened(source: string): string[] {
  const lists = [...source.matchAll(/^import \{([^}]*)\} from 'element-plus'$/gm)].map((found) => found[1] ?? '')
  const names = lists.flatMap((list) => list.split(',').map((name) => name.trim())).filter((name) => /^El[A-Z]/.test(name))
  return names.map((name) => name.slice(2).replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase())
}

describe('components that a script opens', () => {
  const used = new Set(sources.flatMap((file) => opened(read(file))))

  it('bringTheirStyle, which a template brings by itself', () => {
    const theme = read('shared/theme/index.ts')
    expect([...used]).toContain('message-box')
    expect([...used].filter((name) => !theme.includes(`'element-plus/es/components/${name}/style/css'`))).toEqual([])
  })

  it('areImportedByNameOnly, so that the rule above finds them', () => {
    expect(sources.filter((file) => /from 'element-plus\/es\/components\/(?!.*style)|\bv-loading\b|import \* as \w+ from 'element-plus'/.test(read(file)))).toEqual([])
  })
})
