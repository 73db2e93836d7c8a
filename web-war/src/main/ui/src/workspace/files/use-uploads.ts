import { reactive } from 'vue'
import { problemText } from '@/shared/api/problem'
import { t } from '@/shared/i18n'
import { join, type RemoteFiles } from './remote'

export interface Upload {
  id: number
  name: string
  size: number
  sent: number
  /** Bytes in a second, over the whole upload so far. */
  rate: number
  state: 'waiting' | 'running' | 'done' | 'failed'
  detail: string
  cancel: () => void
}

/** Sends files one after another, so that a large drop does not starve the terminals. */
export function useUploads(done: () => void) {
  const uploads = reactive<Upload[]>([])
  let queue: Promise<void> = Promise.resolve()
  let count = 0

  async function send(remote: RemoteFiles, directory: string, file: File, upload: Upload, abort: AbortController) {
    if (abort.signal.aborted) return
    upload.state = 'running'
    const begin = performance.now()
    try {
      await remote.upload(join(directory, file.name), file, (sent) => {
        upload.sent = sent
        upload.rate = (1000 * sent) / Math.max(1, performance.now() - begin)
      }, abort.signal)
      upload.sent = file.size
      upload.state = 'done'
      done()
    } catch (error) {
      upload.state = 'failed'
      upload.detail = abort.signal.aborted ? t('files.cancelled') : problemText(error)
    }
  }

  function add(remote: RemoteFiles, directory: string, files: Iterable<File>) {
    for (const file of files) {
      const abort = new AbortController()
      count += 1
      uploads.push({ id: count, name: file.name, size: file.size, sent: 0, rate: 0, state: 'waiting', detail: '', cancel: () => abort.abort() })
      const upload = uploads[uploads.length - 1] as Upload
      queue = queue.then(() => send(remote, directory, file, upload, abort))
    }
  }

  function clearFinished() {
    const unfinished = uploads.filter((upload) => upload.state === 'running' || upload.state === 'waiting')
    uploads.splice(0, uploads.length, ...unfinished)
  }

  return { uploads, add, clearFinished }
}
