import { computed, reactive } from 'vue'
import { Problem, problemText } from '@/shared/api/problem'
import type { Picked } from './dropped'
import { join, parentOf } from './listing'
import type { RemoteFiles } from './remote'

export type UploadState = 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled'

export interface Upload {
  id: number
  name: string
  /** Where it goes, absolute. */
  path: string
  size: number
  sent: number
  /** Bytes in a second since it last went on. */
  rate: number
  state: UploadState
  detail: string
}

interface Job {
  upload: Upload
  file: File
  abort: AbortController
  /** Bytes of this file reached the target, so that it can go on after them. */
  begun: boolean
}

type Remote = Pick<RemoteFiles, 'upload' | 'stat' | 'createDirectory'>

/** Sends files one after another, so that a large drop does not starve the terminals. Each can be stopped and go on where it was. */
export function useUploads(remote: () => Remote | undefined, arrived: () => void) {
  const uploads = reactive<Upload[]>([])
  const jobs = new Map<number, Job>()
  const made = new Set<string>()
  const active = computed(() => uploads.filter((upload) => upload.state === 'running' || upload.state === 'waiting').length)
  let busy = false
  let count = 0

  async function makeDirectories(target: Remote, base: string, path: string) {
    const missing: string[] = []
    for (let at = parentOf(path); at !== base && at !== '/' && !made.has(at); at = parentOf(at)) missing.unshift(at)
    for (const directory of missing) {
      await target.createDirectory(directory).catch(async (error: unknown) => {
        if ((await target.stat(directory)).kind !== 'directory') throw error
      })
      made.add(directory)
    }
  }

  async function send(target: Remote, job: Job) {
    const { upload, file } = job
    const position = job.begun ? Math.min(file.size, (await target.stat(upload.path)).size) : 0
    upload.state = 'running'
    upload.detail = ''
    upload.sent = position
    const begin = performance.now()
    job.begun = true
    await target.upload(upload.path, position === 0 ? file : file.slice(position), position, (sent) => {
      upload.sent = Math.min(file.size, position + sent)
      upload.rate = (1000 * sent) / Math.max(1, performance.now() - begin)
    }, job.abort.signal)
    upload.sent = file.size
    upload.state = 'done'
  }

  async function run(job: Job) {
    const target = remote()
    if (!target) return
    try {
      await makeDirectories(target, job.upload.path.slice(0, -job.upload.name.length - 1) || '/', job.upload.path)
      await send(target, job)
      arrived()
    } catch (error) {
      if (job.abort.signal.aborted) return
      // whether bytes arrived can only be said when the target was reached
      if (error instanceof Problem && error.status < 500) job.begun = false
      job.upload.state = 'failed'
      job.upload.detail = problemText(error)
    }
  }

  async function work() {
    if (busy) return
    busy = true
    for (let next = uploads.find((upload) => upload.state === 'waiting'); next; next = uploads.find((upload) => upload.state === 'waiting')) {
      await run(jobs.get(next.id) as Job)
      // nothing to send it with: the connection is gone
      if (next.state === 'waiting') next.state = 'failed'
    }
    busy = false
  }

  function add(directory: string, picked: readonly Picked[]) {
    for (const { path, file } of picked) {
      count += 1
      uploads.push({ id: count, name: path, path: join(directory, path), size: file.size, sent: 0, rate: 0, state: 'waiting', detail: '' })
      jobs.set(count, { upload: uploads[uploads.length - 1] as Upload, file, abort: new AbortController(), begun: false })
    }
    void work()
  }

  function stop(id: number, state: 'paused' | 'cancelled') {
    const job = jobs.get(id)
    if (!job) return
    job.upload.state = state
    job.upload.rate = 0
    job.abort.abort()
  }

  /** After a pause or a failure: from the byte that the target has. */
  function resume(id: number) {
    const job = jobs.get(id)
    if (!job) return
    job.abort = new AbortController()
    job.upload.state = 'waiting'
    void work()
  }

  function clearFinished() {
    const kept = uploads.filter((upload) => upload.state !== 'done' && upload.state !== 'cancelled')
    for (const upload of uploads) if (!kept.includes(upload)) jobs.delete(upload.id)
    uploads.splice(0, uploads.length, ...kept)
  }

  return { uploads, active, add, pause: (id: number) => stop(id, 'paused'), cancel: (id: number) => stop(id, 'cancelled'), resume, clearFinished }
}
