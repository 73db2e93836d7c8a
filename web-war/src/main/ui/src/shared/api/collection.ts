import { read, rest, type Query, type Rest } from './client'

/** One part of a list; `total` counts the rows of the whole list. */
export interface Page<T> {
  items: T[]
  total: number
}

type Json<T> = { content: { 'application/json': T } }
type Listing<T> = { get: { responses: { 200: Json<Page<T>> } } }

/** Paths that answer a page of rows. */
export type ListPath = { [P in keyof Rest]: Rest[P] extends Listing<unknown> ? P : never }[keyof Rest]
export type RowOf<P extends ListPath> = Rest[P] extends Listing<infer Row> ? Row : never
/** What narrows a list; paging, search and order are added by {@link ListQuery}. */
export type FilterOf<P extends ListPath> = Rest[P]['get'] extends { parameters: { query?: infer Q } } ? Omit<NonNullable<Q>, keyof ListQuery> : never

export interface ListQuery {
  limit?: number
  offset?: number
  search?: string
  order?: string
}

/** Lists whose rows are created, read, changed and deleted one by one. */
export type CollectionPath = { [P in ListPath]: Rest[P] extends { post: { requestBody?: Json<unknown> } } ? (`${P}/{id}` extends keyof Rest ? P : never) : never }[ListPath]

type Body<T> = T extends { requestBody: Json<infer B> } ? B : never
export type NewOf<P extends CollectionPath> = Body<Rest[P]['post']>
type Patched<P extends CollectionPath> = Rest[`${P}/{id}` & keyof Rest] extends { patch: infer Change } ? Body<Change> : never
/** A merge patch is whatever part of a new one; some resources name what can be changed. */
export type ChangeOf<P extends CollectionPath> = Record<string, unknown> extends Patched<P> ? Partial<NewOf<P>> : Patched<P>

type Call = (path: string, init?: unknown) => Promise<{ data?: unknown; response: Response }>
const { GET, POST, PATCH, DELETE } = rest as unknown as Record<'GET' | 'POST' | 'PATCH' | 'DELETE', Call>

export function list<P extends ListPath>(path: P, query: ListQuery & Partial<FilterOf<P>> = {}): Promise<Page<RowOf<P>>> {
  return listAny(path, query as Query) as Promise<Page<RowOf<P>>>
}

/** For the generic pages, whose path was checked where it was named. */
export function listAny(path: string, query: Query = {}): Promise<Page<Record<string, unknown> & { id: string }>> {
  return read(GET(path, { params: { query } })) as Promise<Page<Record<string, unknown> & { id: string }>>
}

/** A row as it was read; `tag` says which version that is, where the server counts them. */
export interface Read<Row> {
  row: Row
  tag?: string
}

export interface Collection<Row, New, Change> {
  find: (id: string) => Promise<Row>
  read: (id: string) => Promise<Read<Row>>
  create: (body: New) => Promise<Row>
  /** With a tag: refused when somebody else changed the row meanwhile. */
  change: (id: string, body: Change, tag?: string) => Promise<Row>
  remove: (id: string) => Promise<void>
}

export function collection<P extends CollectionPath>(path: P): Collection<RowOf<P>, NewOf<P>, ChangeOf<P>> {
  const one = (id: string) => ({ params: { path: { id } } })
  const headers = (tag?: string) => (tag ? { 'If-Match': tag } : {})
  return {
    read: async (id) => {
      const { data, response } = await GET(`${path}/{id}`, one(id))
      return { row: data as RowOf<P>, tag: response.headers.get('ETag') ?? undefined }
    },
    find: (id) => read(GET(`${path}/{id}`, one(id))) as Promise<RowOf<P>>,
    create: (body) => read(POST(path, { body })) as Promise<RowOf<P>>,
    change: (id, body, tag) => read(PATCH(`${path}/{id}`, { ...one(id), body, headers: headers(tag) })) as Promise<RowOf<P>>,
    remove: async (id) => void (await DELETE(`${path}/{id}`, one(id))),
  }
}
