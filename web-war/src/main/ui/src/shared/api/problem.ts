import { t } from '../i18n'
import { refusalText } from '../i18n/words'
import type { components } from './schema'

/** An RFC 9457 problem as the server sends it, or a part of one. `code` is stable, `detail` says what to do next. */
export type ProblemBody = Partial<components['schemas']['ProblemView']>

/** What is wrong with one field, which is named as in the body that was sent: `address`, `protocols[1].port`. */
export interface WrongField {
  path: string
  text: string
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: ProblemBody,
  ) {
    super(textOf(status, body))
  }

  get code(): string {
    return this.body.code ?? ''
  }

  /** Somebody else changed it since it was read. */
  get changedMeanwhile(): boolean {
    return /(^|_)CHANGED_MEANWHILE$/.test(this.code)
  }

  /** What the server says about single fields, in the language of the page. */
  get fields(): WrongField[] {
    const { status } = this
    return (this.body.errors ?? []).map(({ field, code, message }) => ({ path: field, text: refusalText(code, status, message, topOf(field)) ?? message }))
  }
}

/** `protocols` of `protocols[1].port`. */
const topOf = (path: string) => path.split(/[.[]/, 1)[0]

/** In the language of the page. The server speaks English: its words stand alone where there are no others for the code. */
function textOf(status: number, { code = '', detail, title }: ProblemBody): string {
  const said = detail ?? title ?? t('problem.unexpected', { status })
  return refusalText(code, status, said) ?? said
}

export function problemText(error: unknown): string {
  if (error instanceof Problem) return error.message
  if (error instanceof TypeError) return t('problem.unreachable')
  return error instanceof Error ? error.message : String(error)
}
