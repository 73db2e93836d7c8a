import { describe, expect, it } from 'vitest'
import { Problem } from '@/shared/api/problem'
import { until } from '@/shared/testing/until'
import { useUploads } from './use-uploads'

/** A target that keeps what it was sent, and fails where told. */
class Remote {
  readonly stored = new Map<string, string>()
  readonly directories: string[] = []
  readonly positions: number[] = []
  /** Bytes after which the next upload breaks off. */
  breakAfter?: number
  error: unknown = new TypeError('network')
  /** Whether a file needs the directory that it lies in. */
  strict = false
  /** Whether a file is emptied by what replaces it. */
  inPlace = false
  /** Runs while a directory is being made. */
  meanwhile = () => undefined as void

  async upload(name: string, content: Blob, position: number, mark: string, progress: (sent: number) => void) {
    this.positions.push(position)
    const part = `${name}.${mark}`
    const path = !this.inPlace && (this.stored.has(part) || (position === 0 && this.stored.has(name))) ? part : name
    const parent = path.slice(0, path.lastIndexOf('/'))
    if (this.strict && parent && !this.directories.includes(parent)) throw new Problem(404, { detail: 'No such file' })
    const text = await content.text()
    const taken = this.breakAfter === undefined ? text : text.slice(0, this.breakAfter)
    this.stored.set(path, (position === 0 ? '' : (this.stored.get(path) ?? '')) + taken)
    progress(taken.length)
    if (this.breakAfter === undefined) {
      if (path === part) this.stored.set(name, this.stored.get(part) ?? '')
      if (path === part) this.stored.delete(part)
      return
    }
    this.breakAfter = undefined
    throw this.error
  }

  async remove(path: string) {
    this.stored.delete(path)
  }

  async stat(name: string, mark?: string) {
    const path = mark ? `${name}.${mark}` : name
    if (!this.stored.has(path) && !this.directories.includes(path)) throw new Problem(404, { detail: 'No such file' })
    return { name: path, kind: this.directories.includes(path) ? 'directory' : 'file', size: this.stored.get(path)?.length ?? 0, permissions: '0644' }
  }

  async createDirectory(path: string) {
    if (this.directories.includes(path)) throw new Problem(409, { detail: 'there is one already' })
    this.directories.push(path)
    this.meanwhile()
  }
}

const file = (text: string, name = 'a.txt') => ({ path: name, file: new File([text], name) })
const settled = (uploads: { state: string }[]) => until(() => expect(uploads.every((one) => one.state !== 'waiting' && one.state !== 'running')).toBe(true))

/** An upload of ten bytes whose connection breaks after four, perhaps over a file that is there. */
async function broken(there?: string, inPlace = false) {
  const remote = new Remote()
  remote.inPlace = inPlace
  if (there !== undefined) remote.stored.set('/a.txt', there)
  remote.breakAfter = 4
  const all = useUploads(() => remote, () => undefined)
  all.add('/', [file('0123456789')])
  await settled(all.uploads)
  return { remote, ...all }
}

describe('useUploads', () => {
  it('sendsFilesWithTheFoldersTheyLieIn', async () => {
    const remote = new Remote()
    const { uploads, add } = useUploads(() => remote, () => undefined)
    add('/home/ann', [file('one', 'photos/2026/a.txt'), file('two', 'photos/b.txt')])
    await settled(uploads)
    expect(uploads.map((one) => one.state)).toEqual(['done', 'done'])
    expect(remote.directories).toEqual(['/home/ann/photos', '/home/ann/photos/2026'])
    expect([...remote.stored]).toEqual([
      ['/home/ann/photos/2026/a.txt', 'one'],
      ['/home/ann/photos/b.txt', 'two'],
    ])
  })

  it('goesOnAfterTheBytesThatTheTargetHas', async () => {
    const { remote, uploads, resume } = await broken()
    expect(uploads[0]?.state).toBe('failed')
    resume(uploads[0]?.id ?? 0)
    await settled(uploads)
    expect(uploads[0]?.state).toBe('done')
    expect(remote.positions).toEqual([0, 4])
    expect(remote.stored.get('/a.txt')).toBe('0123456789')
  })

  it('makesDirectoriesWithNothingInThem', async () => {
    const remote = new Remote()
    const { uploads, add } = useUploads(() => remote, () => undefined)
    add('/home', [{ path: 'photos/empty' }])
    await settled(uploads)
    expect(uploads[0]?.state).toBe('done')
    expect(remote.directories).toEqual(['/home/photos', '/home/photos/empty'])
  })

  it('makesADirectoryAgainThatSomebodyDeleted', async () => {
    const remote = new Remote()
    remote.strict = true
    const { uploads, add } = useUploads(() => remote, () => undefined)
    add('', [file('one', 'photos/a.txt')])
    await settled(uploads)
    remote.directories.length = 0
    add('', [file('two', 'photos/a.txt')])
    await settled(uploads)
    expect(uploads.map((one) => one.state)).toEqual(['done', 'done'])
  })

  it('sendsNothingOfWhatWasCancelledBeforeItsTurn', async () => {
    const remote = new Remote()
    const { uploads, add, cancel } = useUploads(() => remote, () => undefined)
    remote.meanwhile = () => cancel(uploads[0]?.id ?? 0)
    add('/home', [file('one', 'photos/a.txt')])
    await settled(uploads)
    await until(() => expect(remote.directories).toEqual(['/home/photos']))
    await new Promise((later) => setTimeout(later))
    expect(uploads[0]?.state).toBe('cancelled')
    expect([...remote.stored]).toEqual([])
  })

  it('saysThatPartOfWhatWasCancelledIsThere', async () => {
    const { remote, uploads, cancel } = await broken()
    cancel(uploads[0]?.id ?? 0)
    await until(() => expect(uploads[0]?.detail).toContain('still there'))
    expect(remote.stored.get('/a.txt'), 'it is not ours to delete').toBe('0123')
  })

  it('leavesTheFileThatItReplacesUntilItIsComplete', async () => {
    const { remote, uploads, resume } = await broken('older and longer than the new one')
    expect(remote.stored.get('/a.txt')).toBe('older and longer than the new one')
    resume(uploads[0]?.id ?? 0)
    await settled(uploads)
    expect(remote.positions).toEqual([0, 4])
    expect([...remote.stored]).toEqual([['/a.txt', '0123456789']])
  })

  it('takesAwayWhatWasBesideTheFileWhenItIsCancelled', async () => {
    const { remote, uploads, cancel } = await broken('old')
    cancel(uploads[0]?.id ?? 0)
    await until(() => expect([...remote.stored]).toEqual([['/a.txt', 'old']]))
    expect(uploads[0]?.detail).not.toContain('still there')
  })

  it('saysThatAFileWasEmptiedWhereItCouldNotStay', async () => {
    const { remote, uploads, cancel } = await broken('older and longer', true)
    expect(remote.stored.get('/a.txt')).toBe('0123')
    cancel(uploads[0]?.id ?? 0)
    await until(() => expect(uploads[0]?.detail).toContain('its old content is gone'))
  })

  it('saysThatPartMayBeThereWhenTheTargetDoesNotSay', async () => {
    const { remote, uploads, cancel } = await broken('old')
    remote.stat = () => Promise.reject(new TypeError('network'))
    cancel(uploads[0]?.id ?? 0)
    await until(() => expect(uploads[0]?.detail).toContain('still there'))
  })

  it('beginsAnewWhenTheTargetRefused', async () => {
    const remote = new Remote()
    remote.breakAfter = 0
    remote.error = new Problem(403, { detail: 'Permission denied' })
    const { uploads, add, resume } = useUploads(() => remote, () => undefined)
    add('/', [file('text')])
    await settled(uploads)
    expect(uploads[0]?.detail).toBe('Permission denied')
    remote.stored.set('/a.txt', 'older and longer')
    resume(uploads[0]?.id ?? 0)
    await settled(uploads)
    expect(remote.stored.get('/a.txt')).toBe('text')
  })
})
