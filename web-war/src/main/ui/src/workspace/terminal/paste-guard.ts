/** Lines that a shell would run or begin if `text` were pasted. */
export function pastedLines(text: string): number {
  const unified = text.replace(/\r\n?/g, '\n')
  return unified.replace(/\n$/, '').split('\n').length
}

/** Without control characters: the end of a bracketed paste hidden in a text would make the shell run the rest of it. */
export const withoutControls = (text: string) => text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, '')

/** A single line is run by the line break at its end. */
export const needsGuard = (text: string) => /[\r\n]/.test(text)
