/** Lines that a shell would run if `text` were pasted: a trailing line break runs the last one. */
export function pastedLines(text: string): number {
  const unified = text.replace(/\r\n?/g, '\n')
  return unified.split('\n').length
}

/** Without control characters: the end of a bracketed paste hidden in a text would make the shell run the rest of it. */
export const withoutControls = (text: string) => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, '')

export const needsGuard = (text: string) => pastedLines(text) > 1
