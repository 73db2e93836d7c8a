import { computed, reactive } from 'vue'
import { Problem, problemText } from '@/shared/api/problem'
import { t } from '@/shared/i18n'
import { randomSecret } from '@/shared/random-secret'
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
  /** Absent for a directory with nothing in it. */
  file?: File
  abort: AbortController
  /** Bytes of this file reached the target, so that it can go on after them. */
  begun: boolean
  /** The server keeps what belongs together by it. */
  mark: string
  /** There is a file of that name, which stays until this one is complete where the target can do that; undefined until it was looked for. */
  replaces?: boolean
  /** Of the file that is there. */
  oldSize?: number
}

type Remote = Pick<RemoteFiles, 'upload' | 'stat' | 'createDirectory' | 'remove'>

function missing(error: unknown): undefined {
  if (!(error instanceof Problem && error.status === 404)) throw error
}

/** Sends files one after another, so that a large drop does not starve the terminals. Each can be stopped and go on where it was. */
export function useUploads(remote: () => Remote | undefined, arrived: () => void) {
  const uploads = reactive<Upload[]>([])
  const jobs = new Map<number, Job>()
  const made = new Set<string>()
  const active = computed(() => uploads.filter((upload) => upload.state === 'running' || upload.state === 'waiting').length)
  /** What would be lost if it all ended now. */
  const unfinished = computed(() => uploads.filter((upload) => upload.state !== 'done' && upload.state !== 'cancelled').length)
  let busy = false
  let count = 0

  async function makeDirectories(target: Remote, base: string, path: string) {
    const toMake: string[] = []
    for (let at = path; at !== base && at !== '/' && !made.has(at); at = parentOf(at)) toMake.unshift(at)
    for (const directory of toMake) {
      await target.createDirectory(directory).catch(async (error: unknown) => {
        if ((await target.stat(directory)).kind !== 'directory') throw error
      })
      made.add(directory)
    }
  }

  const sizeOf = (target: Remote, path: string, mark?: string) => target.stat(path, mark).then((entry) => entry.size, missing)

  /** How much the target has: beside the file that is replaced, otherwise in the file itself. */
  async function arrivedOf(target: Remote, { upload, mark, begun, replaces }: Job) {
    if (!begun) return 0
    return (await sizeOf(target, upload.path, mark)) ?? (replaces ? 0 : await sizeOf(target, upload.path)) ?? 0
  }

  async function send(target: Remote, job: Job, file: File) {
    const { upload } = job
    if (job.replaces === undefined) {
      job.oldSize = await sizeOf(target, upload.path)
      job.replaces = job.oldSize !== undefined
    }
    const position = Math.min(file.size, await arrivedOf(target, job))
    job.abort.signal.throwIfAborted()
    upload.state = 'running'
    upload.detail = ''
    upload.sent = position
    const begin = performance.now()
    job.begun = true
    await target.upload(upload.path, position === 0 ? file : file.slice(position), position, job.mark, (sent) => {
      upload.sent = Math.min(file.size, position + sent)
      upload.rate = (1000 * sent) / Math.max(1, performance.now() - begin)
    }, job.abort.signal)
    upload.sent = file.size
  }

  async function run(job: Job) {
    const { upload, file, abort } = job
    try {
      const target = remote()
      if (!target) throw new Error(t('files.disconnected'))
      await makeDirectories(target, upload.path.slice(0, -upload.name.length - 1) || '/', file ? parentOf(upload.path) : upload.path)
      if (file) await send(target, job, file)
      upload.state = 'done'
      arrived()
    } catch (error) {
      // stopped, and perhaps waiting again already
      if (abort.signal.aborted) return
      // whether bytes arrived can only be said when the target was reached
      if (error instanceof Problem && error.status < 500) job.begun = false
      upload.state = 'failed'
      upload.detail = problemText(error)
    }
  }

  async function work() {
    if (busy) return
    busy = true
    for (let next = uploads.find((upload) => upload.state === 'waiting'); next; next = uploads.find((upload) => upload.state === 'waiting')) {
      await run(jobs.get(next.id) as Job)
    }
    busy = false
    // somebody may delete them before more is sent
    made.clear()
  }

  function add(directory: string, picked: readonly Picked[]) {
    for (const { path, file } of picked) {
      count += 1
      uploads.push({ id: count, name: path, path: join(directory, path), size: file?.size ?? 0, sent: 0, rate: 0, state: 'waiting', detail: '' })
      jobs.set(count, { upload: uploads[uploads.length - 1] as Upload, file, abort: new AbortController(), begun: false, mark: randomSecret() })
    }
    void work()
  }

  function stop(id: number, state: 'paused' | 'cancelled'): Job | undefined {
    const job = jobs.get(id)
    if (!job) return undefined
    job.upload.state = state
    job.upload.rate = 0
    job.abort.abort()
    return job
  }

  /** @returns whether nothing of it is there any more */
  async function takeAway(path: string, mark?: string): Promise<boolean> {
    const target = remote()
    if (!target) return false
    const part = await target.stat(path, mark).catch(missing)
    if (!part) return true
    if (!mark) return false
    await target.remove(part.name)
    return true
  }

  /** What had arrived beside a file that stays is ours to delete. Anything else is left and named: it may stand where an older file was. */
  async function cancel(id: number) {
    const job = stop(id, 'cancelled')
    if (!job?.begun) return
    const { upload, mark, replaces } = job
    const gone = await takeAway(upload.path, replaces ? mark : undefined).catch(() => false)
    if (!gone) upload.detail = t('files.partLeft')
    else if (replaces && (await wasEmptied(job))) upload.detail = t('files.oldEmptied')
    arrived()
  }

  /** Where nothing can grow beside a file, it is emptied for the upload. */
  async function wasEmptied({ upload, oldSize }: Job): Promise<boolean> {
    const target = remote()
    return target !== undefined && (await sizeOf(target, upload.path).catch(() => oldSize)) !== oldSize
  }

  /** Nobody will look after them any more. */
  async function cancelAll() {
    await Promise.allSettled(uploads.filter(({ state }) => state !== 'done' && state !== 'cancelled').map(({ id }) => cancel(id)))
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

  return { uploads, active, unfinished, add, pause: (id: number) => stop(id, 'paused'), cancel: (id: number) => void cancel(id), cancelAll, resume, clearFinished }
}
