/** What a key of the workspace does. All of them are free in browsers and in shells. */
export type WorkspaceKey = { does: 'palette' | 'close' | 'reopen' | 'next' | 'previous' | 'shortcuts' } | { does: 'tab'; at: number }

export function workspaceKey(event: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>, inTerminal: boolean): WorkspaceKey | undefined {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = event
  // in a terminal Ctrl-K belongs to the shell
  if (code === 'KeyK' && !altKey && (metaKey || (ctrlKey && (shiftKey || !inTerminal)))) return { does: 'palette' }
  if (!altKey || ctrlKey || metaKey) return undefined
  const digit = /^Digit([1-9])$/.exec(code)
  if (digit && !shiftKey) return { does: 'tab', at: Number(digit[1]) - 1 }
  if (!shiftKey) return undefined
  switch (code) {
    case 'KeyW':
      return { does: 'close' }
    case 'KeyT':
      return { does: 'reopen' }
    case 'ArrowRight':
      return { does: 'next' }
    case 'ArrowLeft':
      return { does: 'previous' }
    case 'Slash':
      return { does: 'shortcuts' }
    default:
      return undefined
  }
}
