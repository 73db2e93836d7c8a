import type { ChangeOf, CollectionPath, ListPath, NewOf, RowOf } from '@/shared/api/collection'
import type { MessageKey } from '@/shared/i18n'

/**
 * How a cell is drawn. `status` takes a {@link Status}, `labels` message keys, `reference` and `references` ids of rows of the
 * column's source; the others what their name says.
 */
export type CellKind = 'text' | 'mono' | 'time' | 'tags' | 'labels' | 'status' | 'size' | 'seconds' | 'count' | 'flag' | 'reference' | 'references'

export interface Status {
  tone: 'ok' | 'warn' | 'bad' | 'info' | 'quiet'
  label: MessageKey
  /** More, below it. */
  detail?: string
}

export interface Column<Row> {
  key: string
  label: MessageKey
  kind?: CellKind
  value: (row: Row) => unknown
  /** The list's REST field to sort by; absent when the server does not sort by it. */
  order?: string
  width?: number
  minWidth?: number
  /** Shown only once chosen in the column chooser. */
  optional?: boolean
  /** For references: the list whose rows have these ids and a name. */
  source?: ListPath
}

export type FieldKind =
  | 'text'
  | 'textarea'
  | 'mono'
  | 'secret'
  | 'number'
  | 'switch'
  | 'select'
  | 'choices'
  | 'reference'
  | 'references'
  | 'time'
  | 'protocols'
  | 'words'
  /** Not a field: begins a part of a long form. */
  | 'heading'

export type Form = Record<string, unknown>

export interface Option {
  value: string
  label: MessageKey
  hint?: MessageKey
}

export interface Field {
  key: string
  label: MessageKey
  kind: FieldKind
  required?: boolean
  hint?: MessageKey
  placeholder?: string
  options?: readonly Option[]
  /** For references: the list to choose from. */
  source?: ListPath
  /** What a referenced row is called in the choice. */
  describe?: (row: Record<string, unknown>) => string
  /** Where its value is in what is sent, when it is not under the field's own key. */
  sentAs?: RegExp
  createOnly?: boolean
  visible?: (form: Form) => boolean
  /** Full width unless two short fields share a line. */
  half?: boolean
}

interface Words {
  title: MessageKey
  lead: MessageKey
  one: MessageKey
  emptyTitle: MessageKey
  emptyText: MessageKey
}

/** A list with a form, as {@link resource} checks it against what the server takes and gives. */
export interface Definition<P extends CollectionPath, F> extends Words {
  columns: Column<RowOf<P>>[]
  fields: Field[]
  /** Right that the server asks for; buttons hide without it. */
  right?: string
  blank: () => F
  /** What a new one begins with that the server has to be asked for. */
  defaults?: () => Promise<Partial<F>>
  /** What looks like a mistake and can be saved nevertheless. */
  doubt?: (form: F) => MessageKey | undefined
  toForm: (row: RowOf<P>) => F
  toNew: (form: F) => NewOf<P>
  toChange: (form: F) => ChangeOf<P>
  nameOf: (row: RowOf<P>) => string
  order?: string
  fixed?: (row: RowOf<P>) => boolean
}

/** The same for the generic pages, which know a form only by its fields. */
export interface Resource<Row extends { id: string }> extends Words {
  path: CollectionPath
  columns: Column<Row>[]
  fields: Field[]
  right?: string
  blank: () => Form
  defaults?: () => Promise<Form>
  doubt?: (form: Form) => MessageKey | undefined
  toForm: (row: Row) => Form
  toNew: (form: Form) => object
  toChange: (form: Form) => object
  nameOf: (row: Row) => string
  order?: string
  fixed?: (row: Row) => boolean
}

export function resource<P extends CollectionPath, F extends object>(path: P, definition: Definition<P, F>): Resource<RowOf<P> & { id: string }> {
  return { path, ...definition } as unknown as Resource<RowOf<P> & { id: string }>
}
