/** Lines that a shell would run if `text` were pasted: a trailing line break runs the last one. */
export function pastedLines(text: string): number {
  const unified = text.replace(/\r\n?/g, '\n')
  return unified.split('\n').length
}

export const needsGuard = (text: string) => pastedLines(text) > 1
