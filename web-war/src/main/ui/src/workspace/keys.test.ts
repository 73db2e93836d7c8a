import { describe, expect, it } from 'vitest'
import { workspaceKey } from './keys'

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }

describe('workspaceKey', () => {
  it('leavesControlKToTheShell', () => {
    expect(workspaceKey({ ...none, code: 'KeyK', ctrlKey: true }, true)).toBeUndefined()
    expect(workspaceKey({ ...none, code: 'KeyK', ctrlKey: true }, false)).toEqual({ does: 'palette' })
    expect(workspaceKey({ ...none, code: 'KeyK', ctrlKey: true, shiftKey: true }, true)).toEqual({ does: 'palette' })
  })

  it('countsTabsFromOne', () => expect(workspaceKey({ ...none, code: 'Digit1', altKey: true }, true)).toEqual({ does: 'tab', at: 0 }))

  it.each([
    ['KeyW', 'close'],
    ['KeyT', 'reopen'],
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'previous'],
  ])('%s with Alt and Shift: %s', (code, does) => {
    expect(workspaceKey({ ...none, code, altKey: true, shiftKey: true }, true)).toEqual({ does })
    expect(workspaceKey({ ...none, code, altKey: true }, true)).toBeUndefined()
  })
})
