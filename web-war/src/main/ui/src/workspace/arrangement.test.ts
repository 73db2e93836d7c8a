import type { SerializedDockview } from 'dockview-vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { arranged, keepArrangement, keptArrangement } from './arrangement'

const group = (id: string, ...views: string[]) => ({ type: 'leaf' as const, size: 300, data: { id, views, activeView: views.at(-1) } })
const LAYOUT = {
  grid: { root: { type: 'branch', size: 700, data: [group('1', 'terminal-1', 'terminal-2'), { type: 'branch', size: 300, data: [group('2', 'files-1'), group('3', 'terminal-3')] }] }, width: 1000, height: 700, orientation: 'HORIZONTAL' },
  activeGroup: '3',
  panels: Object.fromEntries(['terminal-1', 'terminal-2', 'terminal-3', 'files-1'].map((id) => [id, { id, title: `named ${id}`, params: { target: { typed: { secret: 's3cret' } } } }])),
} as unknown as SerializedDockview

const panels = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, { id, contentComponent: 'terminal', title: 'deploy@web-1' }]))

describe('arrangement', () => {
  beforeEach(() => sessionStorage.clear())

  it('keeps where tabs are and nothing of what they are connected to', () => {
    keepArrangement(LAYOUT, new Map([['terminal-1', 'red' as const]]))
    expect(sessionStorage.getItem('gatehouse.arrangement')).not.toContain('s3cret')
    expect(keptArrangement()).toMatchObject({ grid: LAYOUT.grid, activeGroup: '3', colours: { 'terminal-1': 'red' } })
  })

  it('forgets an empty desk, and what it cannot read', () => {
    keepArrangement(LAYOUT, new Map())
    keepArrangement({ ...LAYOUT, panels: {} }, new Map())
    expect(keptArrangement()).toBeUndefined()
    sessionStorage.setItem('gatehouse.arrangement', '{')
    expect(keptArrangement()).toBeUndefined()
  })

  it('brings back what is there, without the rest and without empty splits', () => {
    keepArrangement(LAYOUT, new Map())
    const layout = arranged(keptArrangement()!, panels('terminal-1', 'terminal-3', 'terminal-9'))!
    expect(layout.grid.root).toEqual({ type: 'branch', size: 700, data: [{ ...group('1', 'terminal-1') }, { type: 'branch', size: 300, data: [group('3', 'terminal-3')] }] })
    expect(Object.values(layout.panels).map((panel) => panel.title)).toEqual(['named terminal-1', 'named terminal-3'])
  })

  it('is none when nothing of it is there', () => {
    keepArrangement(LAYOUT, new Map())
    expect(arranged(keptArrangement()!, panels('terminal-9'))).toBeUndefined()
  })
})
