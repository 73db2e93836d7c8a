import { address, csrfToken, read, rest } from '@/shared/api/client'
import { Problem, type ProblemBody } from '@/shared/api/problem'
import type { FileEntry, FileListing } from '@/shared/api/types'
import type { Target } from '../desk'

/** Where from and where to, for the bytes that are on their way. */
export type Progress = (sent: number) => void

/** The files of one account on one asset. The server asks the policy anew for each operation. */
export class RemoteFiles {
  private constructor(private readonly id: string) {}

  static async open(target: Target): Promise<RemoteFiles> {
    const { id } = await read(rest.POST('/terminal/file-connections', { body: { asset: target.asset.id, account: target.accountName } }))
    return new RemoteFiles(id)
  }

  list(path: string): Promise<FileListing> {
    return read(rest.GET('/terminal/file-connections/{id}/entries', { params: { path: { id: this.id }, query: { path } } }))
  }

  /** @param mark of an upload: instead of the file, what has arrived beside it */
  stat(path: string, mark?: string): Promise<FileEntry> {
    return read(rest.GET('/terminal/file-connections/{id}/stat', { params: { path: { id: this.id }, query: { path, upload: mark } } }))
  }

  downloadAddress(path: string): string {
    return address(`/terminal/file-connections/${this.id}/content`, { path })
  }

  async createDirectory(path: string): Promise<void> {
    await rest.POST('/terminal/file-connections/{id}/directories', { params: { path: { id: this.id } }, body: { path } })
  }

  async rename(from: string, to: string): Promise<void> {
    await rest.POST('/terminal/file-connections/{id}/rename', { params: { path: { id: this.id } }, body: { from, to } })
  }

  async remove(path: string): Promise<void> {
    await rest.DELETE('/terminal/file-connections/{id}/entries', { params: { path: { id: this.id }, query: { path } } })
  }

  /** Also while the page is being left. */
  async close(): Promise<void> {
    await rest.DELETE('/terminal/file-connections/{id}', { params: { path: { id: this.id } }, keepalive: true }).catch(() => undefined)
  }

  /**
   * Sends `content` to `path` from `position` on; 0 makes the file anew, and a file that is there stays until the new one is complete.
   * `mark` is the same for all parts of one upload. By XMLHttpRequest, because fetch does not tell how much has
   * been sent.
   */
  upload(path: string, content: Blob, position: number, mark: string, progress: Progress, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('PUT', address(`/terminal/file-connections/${this.id}/content`, { path, position, upload: mark }))
      request.setRequestHeader('X-CSRF-Token', csrfToken())
      request.setRequestHeader('Content-Type', 'application/octet-stream')
      request.upload.onprogress = (event) => progress(event.loaded)
      request.onload = () => (request.status < 300 ? resolve() : reject(problemOf(request)))
      request.onerror = () => reject(new TypeError('network'))
      request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
      signal.addEventListener('abort', () => request.abort(), { once: true })
      request.send(content)
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
