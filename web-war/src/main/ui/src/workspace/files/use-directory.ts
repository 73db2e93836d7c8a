import { computed, onMounted, ref, shallowRef, watch } from 'vue'
import type { FileEntry, FileListing } from '@/shared/api/types'
import type { Target } from '../desk'
import { arranged, type Order, type SortKey } from './listing'
import { RemoteFiles } from './remote'

const HIDDEN = 'gatehouse.files.hidden'

/** One directory of the target as it is shown: its entries in order, and which of them are chosen. */
export function useDirectory(target: Target) {
  const remote = shallowRef<RemoteFiles>()
  const listing = shallowRef<FileListing>()
  const failure = shallowRef<unknown>()
  const loading = ref(true)
  const path = ref('')
  const order = ref<Order>({ key: 'name', down: false })
  const hidden = ref(localStorage.getItem(HIDDEN) === 'true')
  const filter = ref('')
  const chosen = ref(new Set<string>())
  const at = ref(0)

  const entries = computed(() => arranged(listing.value?.entries ?? [], order.value, hidden.value, filter.value))
  const unseen = computed(() => (listing.value?.entries.length ?? 0) - entries.value.length)
  const picked = computed(() => entries.value.filter((entry) => chosen.value.has(entry.name)))
  watch(hidden, (shown) => localStorage.setItem(HIDDEN, String(shown)))
  watch(entries, (now) => (at.value = Math.min(at.value, Math.max(0, now.length - 1))))

  /** Shows `wanted`. What cannot be opened is thrown once something is shown, so that it stays on the screen. */
  async function show(wanted: string) {
    loading.value = true
    failure.value = undefined
    try {
      remote.value ??= await RemoteFiles.open(target)
      const next = await remote.value.list(wanted)
      if (next.path !== path.value) {
        chosen.value = new Set()
        filter.value = ''
        at.value = 0
      }
      listing.value = next
      path.value = next.path
    } catch (error) {
      if (listing.value) throw error
      failure.value = error
    } finally {
      loading.value = false
    }
  }

  /** After the connection was lost or ended: a new one, and the same directory. */
  async function reopen() {
    void remote.value?.close()
    remote.value = undefined
    listing.value = undefined
    await show(path.value)
  }

  function sort(key: SortKey) {
    order.value = order.value.key === key ? { key, down: !order.value.down } : { key, down: key === 'size' || key === 'modifiedAt' }
  }

  function choose(entry: FileEntry, more: boolean, upTo: boolean) {
    const index = entries.value.indexOf(entry)
    if (upTo) {
      const [from, to] = [Math.min(at.value, index), Math.max(at.value, index)]
      chosen.value = new Set(entries.value.slice(from, to + 1).map((one) => one.name))
      return
    }
    at.value = index
    const next = new Set(more ? chosen.value : [])
    if (more && next.has(entry.name)) next.delete(entry.name)
    else next.add(entry.name)
    chosen.value = next
  }

  onMounted(() => void show(''))

  return { remote, listing, failure, loading, path, order, hidden, filter, chosen, at, entries, unseen, picked, show, reopen, sort, choose }
}

export type Directory = ReturnType<typeof useDirectory>
