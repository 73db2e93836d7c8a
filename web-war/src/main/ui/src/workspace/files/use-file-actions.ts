import { ElMessage, ElMessageBox } from 'element-plus'
import { askText } from '@/shared/components/ask-text'
import { confirmDelete } from '@/shared/components/confirm-delete'
import { problemText } from '@/shared/api/problem'
import type { FileEntry } from '@/shared/api/types'
import { t, tn } from '@/shared/i18n'
import type { Picked } from './dropped'
import { freeName, join } from './listing'
import type { RemoteFiles } from './remote'
import type { Directory } from './use-directory'

const NAMES_SHOWN = 6

/** What a person does to the entries of a directory; what fails is said in words and changes nothing on the screen. */
export function useFileActions(directory: Directory, place: string) {
  async function attempt(work: () => Promise<unknown>) {
    try {
      await work()
    } catch (error) {
      ElMessage.error(problemText(error))
    }
  }

  const go = (path: string) => attempt(() => directory.show(path))
  const here = (name: string) => join(directory.path.value, name)

  async function change(work: (files: RemoteFiles) => Promise<unknown>) {
    const files = directory.remote.value
    if (files) await attempt(() => work(files))
    await go(directory.path.value)
  }

  /** A path would move it elsewhere, which nobody means; and targets say nothing but "failure" when a name is taken. */
  function nameRule(present = '') {
    const taken = new Set(directory.listing.value?.entries.map((entry) => entry.name))
    return {
      inputValidator: (typed: string) => {
        const name = typed.trim()
        if (name === '' || name === '.' || name === '..' || name.includes('/')) return t('files.oneName')
        return name === present || !taken.has(name) || t('files.taken', { name })
      },
    }
  }

  async function createFolder() {
    const name = await askText(t('files.newFolder'), '', { ...nameRule(), inputPlaceholder: t('files.folderName') })
    if (name) await change((files) => files.createDirectory(here(name)))
  }

  async function rename(entry: FileEntry) {
    const name = await askText(t('files.renameTo', { name: entry.name }), '', { ...nameRule(entry.name), inputValue: entry.name })
    if (name && name !== entry.name) await change((files) => files.rename(here(entry.name), here(name)))
  }

  /** A directory goes with everything in it, so its name is asked for; files are named and counted. */
  async function agreed(entries: readonly FileEntry[]): Promise<boolean> {
    const [only] = entries
    if (entries.length === 1 && only?.kind === 'directory') return confirmDelete(only.name, t('files.deleteDirectory', { place }))
    const names = entries.slice(0, NAMES_SHOWN).map((entry) => entry.name)
    if (entries.length > NAMES_SHOWN) names.push('…')
    const text = `${names.join(', ')}\n\n${t(entries.some((entry) => entry.kind === 'directory') ? 'files.deleteMixed' : 'files.deleteText', { place })}`
    const answer = await ElMessageBox.confirm(text, tn('files.deleteTitle', entries.length), { customClass: 'file-question', confirmButtonText: t('common.action.remove'), cancelButtonText: t('common.action.cancel'), confirmButtonClass: 'el-button--danger' }).catch(() => '')
    return answer !== ''
  }

  async function remove(entries: readonly FileEntry[]) {
    if (entries.length === 0 || !(await agreed(entries))) return
    await change(async (files) => {
      for (const entry of entries) await files.remove(here(entry.name))
    })
  }

  /** Browsers save what a link leads to, streamed and with their own progress; several are begun one after another. */
  async function download(entries: readonly FileEntry[]) {
    for (const entry of entries.filter((one) => one.kind !== 'directory')) {
      const link = document.createElement('a')
      link.href = directory.remote.value?.downloadAddress(here(entry.name)) ?? ''
      link.download = entry.name
      link.click()
      await new Promise((later) => window.setTimeout(later, 300))
    }
  }

  /** Asks once what to do with names that are taken; nothing when the person thinks better of it. */
  async function settled(picked: readonly Picked[]): Promise<readonly Picked[]> {
    const taken = new Set(directory.listing.value?.entries.map((entry) => entry.name))
    const top = (file: Picked) => file.path.split('/')[0] ?? file.path
    const clashing = new Set(picked.map(top).filter((name) => taken.has(name)))
    if (clashing.size === 0) return picked
    const names = [...clashing].slice(0, NAMES_SHOWN).join(', ')
    const choice = await ElMessageBox.confirm(`${names}\n\n${t('files.conflictText')}${directory.listing.value?.replacesWhole ? '' : `\n\n${t('files.conflictEmptied')}`}`, tn('files.conflictTitle', clashing.size), { customClass: 'file-question', distinguishCancelAndClose: true, confirmButtonText: t('files.replace'), cancelButtonText: t('files.keepBoth') }).catch((how: string) => how)
    if (choice === 'confirm') return picked
    if (choice !== 'cancel') return []
    const free = new Map([...clashing].map((name) => [name, freeName(name, taken)]))
    return picked.map((file) => ({ ...file, path: (free.get(top(file)) ?? top(file)) + file.path.slice(top(file).length) }))
  }

  return { go, createFolder, rename, remove, download, settled, attempt }
}
