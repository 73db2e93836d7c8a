/** Whether a session's actions allow it. What was not granted is not allowed, also while nothing is known yet. */
export function mayUseClipboard(actions: readonly string[], action: 'COPY' | 'PASTE'): boolean {
  return actions.includes(action)
}
