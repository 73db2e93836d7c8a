import type { MessageKey } from '@/shared/i18n'
import type { Query } from '@/shared/api/client'

/** How a cell is drawn. `status` takes a {@link Status}; the others what their name says. */
export type CellKind = 'text' | 'mono' | 'time' | 'tags' | 'status' | 'size' | 'seconds' | 'reference'

export interface Status {
  tone: 'ok' | 'warn' | 'bad' | 'info' | 'quiet'
  label: MessageKey
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
  /** For `reference`: the list whose row with this id has the name. */
  source?: string
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

export type Form = Record<string, unknown>

export interface Option {
  value: string
  label: MessageKey
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
  source?: string
  /** What a referenced row is called in the choice. */
  describe?: (row: Record<string, unknown>) => string
  createOnly?: boolean
  visible?: (form: Form) => boolean
  /** Full width unless two short fields share a line. */
  half?: boolean
}

export interface Resource<Row extends { id: string }> {
  path: string
  title: MessageKey
  lead: MessageKey
  one: MessageKey
  emptyTitle: MessageKey
  emptyText: MessageKey
  columns: Column<Row>[]
  fields: Field[]
  /** Rights that the server asks for; buttons hide without them. */
  right?: string
  blank: () => Form
  toForm: (row: Row) => Form
  toBody: (form: Form, editing: boolean) => Record<string, unknown>
  nameOf: (row: Row) => string
  order?: string
  fixed?: (row: Row) => boolean
}

export type Filters = Query
