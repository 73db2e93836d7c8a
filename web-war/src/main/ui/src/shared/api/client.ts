import createClient, { type Middleware } from 'openapi-fetch'
import { Problem, type ProblemBody } from './problem'
import type { paths } from './schema'

/** Every path below /api/v1 as openapi.json describes it: what the server does not offer does not compile. */
export type Rest = { [P in keyof paths as P extends `/api/v1${infer Path}` ? Path : never]: paths[P] }

export type QueryValue = string | number | boolean | undefined
export type Query = Record<string, QueryValue>

const ROOT = '/api/v1'
const CSRF_COOKIE = 'gatehouse-csrf'
const CSRF_HEADER = 'X-CSRF-Token'
const STEP_UP_REQUIRED = 'STEP_UP_REQUIRED'

/** Called when the server no longer knows who is signed in. */
let signedOut: () => void = () => undefined
export function onSignedOut(handler: () => void): void {
  signedOut = handler
}

/** Called when an act wants a fresh proof; tells whether it was given. */
let proveAgain: () => Promise<boolean> = () => Promise.resolve(false)
export function onStepUp(handler: () => Promise<boolean>): void {
  proveAgain = handler
}

export function csrfToken(): string {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(CSRF_COOKIE + '='))
  return found ? decodeURIComponent(found.slice(CSRF_COOKIE.length + 1)) : ''
}

function serializeQuery(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return search.toString()
}

/** For links and downloads, which the browser fetches by itself. */
export function address(path: string, query: Query = {}): string {
  const text = serializeQuery(query)
  return ROOT + path + (text ? '?' + text : '')
}

async function problemOf(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body = isJson ? ((await response.json()) as ProblemBody) : { title: response.statusText }
  return new Problem(response.status, body)
}

/** Asks for a fresh proof where the server wants one, and then once more for what was wanted. */
async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await fetch(request)
  if (response.ok || (await problemOf(response.clone())).code !== STEP_UP_REQUIRED) return response
  return (await proveAgain()) ? send(again) : response
}

const gate: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set(CSRF_HEADER, csrfToken())
    return request
  },
  async onResponse({ response, schemaPath }) {
    if (response.ok) return
    if (response.status === 401 && !schemaPath.startsWith('/authentication/')) signedOut()
    throw await problemOf(response)
  },
}

/** The server. A refusal is thrown as a {@link Problem}; `read` takes the answer out of its envelope. */
export const rest = createClient<Rest>({
  // the page's own origin, so that nothing is ever sent elsewhere
  baseUrl: globalThis.location?.origin + ROOT,
  credentials: 'same-origin',
  fetch: send,
  querySerializer: serializeQuery,
  headers: { Accept: 'application/json, */*;q=0.5' },
})
rest.use(gate)

export async function read<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T
}

type Untyped = (path: string, init?: unknown) => Promise<{ data?: unknown }>
const untyped = rest as unknown as Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Untyped>

/** Paths that are put together at run time; whatever has a fixed path goes by `rest`, which knows what it answers. */
export const api = {
  get: <T>(path: string, query?: Query) => read<T>(untyped.GET(path, { params: { query } }) as Promise<{ data?: T }>),
  list: <T>(path: string, query?: Query) => read<{ items: T[]; total: number }>(untyped.GET(path, { params: { query } }) as Promise<{ data?: { items: T[]; total: number } }>),
  post: <T>(path: string, body?: unknown) => read<T>(untyped.POST(path, { body }) as Promise<{ data?: T }>),
  put: <T>(path: string, body?: unknown) => read<T>(untyped.PUT(path, { body }) as Promise<{ data?: T }>),
  patch: <T>(path: string, body?: unknown) => read<T>(untyped.PATCH(path, { body }) as Promise<{ data?: T }>),
  remove: async (path: string) => void (await untyped.DELETE(path)),
}
