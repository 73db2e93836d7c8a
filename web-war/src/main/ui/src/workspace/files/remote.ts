import { address, api, csrfToken } from '@/shared/api/client'
import { Problem, type ProblemBody } from '@/shared/api/problem'
import type { Target } from '../desk'

export interface Entry {
  name: string
  kind: 'file' | 'directory' | 'link' | 'other'
  size: number
  modifiedAt?: string | null
  permissions?: string
}

export interface Listing {
  path: string
  entries: Entry[]
}

export function join(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`
}

export function parentOf(path: string): string {
  const cut = path.replace(/\/+$/, '').lastIndexOf('/')
  return cut <= 0 ? '/' : path.slice(0, cut)
}

/** Where from and where to, for the bytes that are on their way. */
export type Progress = (sent: number, total: number) => void

/** The files of one account on one asset. The server asks the policy anew for each operation. */
export class RemoteFiles {
  private constructor(private readonly root: string) {}

  static async open(target: Target): Promise<RemoteFiles> {
    const { id } = await api.post<{ id: string }>('/terminal/file-connections/', { asset: target.asset.id, account: target.accountName })
    return new RemoteFiles(`/terminal/file-connections/${id}/`)
  }

  list(path: string): Promise<Listing> {
    return api.get<Listing>(`${this.root}entries/`, { path })
  }

  downloadAddress(path: string): string {
    return address(`${this.root}content/`, { path })
  }

  async createDirectory(path: string): Promise<void> {
    await api.post(`${this.root}directories/`, { path })
  }

  async rename(from: string, to: string): Promise<void> {
    await api.post(`${this.root}rename/`, { from, to })
  }

  async remove(path: string): Promise<void> {
    await api.remove(`${this.root}entries/?path=${encodeURIComponent(path)}`)
  }

  async close(): Promise<void> {
    await api.remove(this.root).catch(() => undefined)
  }

  /** XMLHttpRequest, because fetch does not tell how much has been sent. */
  upload(path: string, file: Blob, progress: Progress, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('PUT', address(`${this.root}content/`, { path }))
      request.setRequestHeader('X-CSRF-Token', csrfToken())
      request.setRequestHeader('Content-Type', 'application/octet-stream')
      request.upload.onprogress = (event) => progress(event.loaded, file.size)
      request.onload = () => (request.status < 300 ? resolve() : reject(problemOf(request)))
      request.onerror = () => reject(new TypeError('network'))
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      signal.addEventListener('abort', () => request.abort())
      request.send(file)
    })
  }
}

function problemOf(request: XMLHttpRequest): Problem {
  try {
    return new Problem(request.status, JSON.parse(request.responseText) as ProblemBody)
  } catch {
    return new Problem(request.status, {})
  }
}
