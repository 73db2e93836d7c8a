import { t } from '../i18n'
import { refusalText } from '../i18n/words'

/** An RFC 9457 problem as the server sends it. `code` is stable, `detail` says what to do next. */
export interface ProblemBody {
  type?: string
  title?: string
  status?: number
  detail?: string
  code?: string
  errors?: { field: string; message: string }[]
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

  /** What the server says about one field of a form. */
  field(name: string): string {
    return this.body.errors?.find((error) => error.field === name)?.message ?? ''
  }
}

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
