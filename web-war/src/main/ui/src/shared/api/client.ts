import { Problem, type ProblemBody } from './problem'

/** One part of a list; `total` counts the rows of the whole list. */
export interface Page<T> {
  items: T[]
  total: number
}

export interface ListQuery {
  limit?: number
  offset?: number
  search?: string
  order?: string
}

export type Query = ListQuery & Record<string, string | number | boolean | undefined>

const ROOT = '/api/v1'
const CSRF_COOKIE = 'gatehouse-csrf'
const CSRF_HEADER = 'X-CSRF-Token'

/** Called when the server no longer knows who is signed in. */
let signedOut: () => void = () => undefined
export function onSignedOut(handler: () => void): void {
  signedOut = handler
}

export function csrfToken(): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(CSRF_COOKIE + '='))
  return found ? decodeURIComponent(found.slice(CSRF_COOKIE.length + 1)) : ''
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return ROOT + path + (text ? '?' + text : '')
}

async function problemOf(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body = isJson ? ((await response.json()) as ProblemBody) : { title: response.statusText }
  return new Problem(response.status, body)
}

export async function send(method: string, path: string, body?: unknown, query?: Query): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, */*;q=0.5' }
  if (method !== 'GET') headers[CSRF_HEADER] = csrfToken()
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const response = await fetch(address(path, query), {
    method,
    headers,
    credentials: 'same-origin',
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (response.ok) return response
  const problem = await problemOf(response)
  if (response.status === 401 && !path.startsWith('/authentication/')) signedOut()
  throw problem
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const api = {
  get: async <T>(path: string, query?: Query) => read<T>(await send('GET', path, undefined, query)),
  list: async <T>(path: string, query?: Query) => api.get<Page<T>>(path, query),
  post: async <T>(path: string, body?: unknown) => read<T>(await send('POST', path, body)),
  put: async <T>(path: string, body?: unknown) => read<T>(await send('PUT', path, body)),
  patch: async <T>(path: string, body?: unknown) => read<T>(await send('PATCH', path, body)),
  remove: async (path: string) => void (await send('DELETE', path)),
}
