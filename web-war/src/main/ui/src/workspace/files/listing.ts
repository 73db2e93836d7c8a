import type { FileEntry } from '@/shared/api/types'

export function join(directory: string, name: string): string {
  return directory.endsWith('/') ? directory + name : `${directory}/${name}`
}

export function parentOf(path: string): string {
  const cut = path.replace(/\/+$/, '').lastIndexOf('/')
  return cut <= 0 ? '/' : path.slice(0, cut)
}

export interface Crumb {
  name: string
  path: string
}

/** `/var/log` as `/`, `var`, `log`, each with where it leads. */
export function crumbsOf(path: string): Crumb[] {
  const crumbs: Crumb[] = [{ name: '/', path: '/' }]
  let at = ''
  for (const name of path.split('/').filter(Boolean)) {
    at += `/${name}`
    crumbs.push({ name, path: at })
  }
  return crumbs
}

const LETTERS = ['r', 'w', 'x'] as const

/** `0755` as `rwxr-xr-x`; the bits above (setuid, setgid, sticky) as ls writes them. */
export function permissionText(octal: string): string {
  const bits = parseInt(octal, 8)
  if (Number.isNaN(bits)) return octal
  const text = [...Array(9).keys()].map((at): string => (bits & (1 << (8 - at)) ? (LETTERS[at % 3] ?? '') : '-'))
  const special: [number, number, string][] = [[0o4000, 2, 's'], [0o2000, 5, 's'], [0o1000, 8, 't']]
  for (const [bit, at, letter] of special) if (bits & bit) text[at] = text[at] === 'x' ? letter : letter.toUpperCase()
  return text.join('')
}

export type SortKey = 'name' | 'size' | 'modifiedAt' | 'permissions'
export interface Order {
  key: SortKey
  down: boolean
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

function compare(a: FileEntry, b: FileEntry, key: SortKey): number {
  switch (key) {
    case 'name':
      return names.compare(a.name, b.name)
    case 'size':
      return a.size - b.size
    case 'modifiedAt':
      return (a.modifiedAt ?? '').localeCompare(b.modifiedAt ?? '')
    case 'permissions':
      return a.permissions.localeCompare(b.permissions)
  }
}

/** What is shown of a directory: directories first, then in order; names that begin with a dot only when wanted. */
export function arranged(entries: readonly FileEntry[], order: Order, hidden: boolean, filter = ''): FileEntry[] {
  const wanted = filter.trim().toLowerCase()
  return entries
    .filter((entry) => (hidden || !entry.name.startsWith('.')) && entry.name.toLowerCase().includes(wanted))
    .sort((a, b) => Number(b.kind === 'directory') - Number(a.kind === 'directory') || (order.down ? -1 : 1) * compare(a, b, order.key) || names.compare(a.name, b.name))
}

/** `notes.txt` beside a `notes.txt`: `notes (2).txt`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.')
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  let count = 2
  while (taken.has(`${stem} (${count})${end}`)) count += 1
  return `${stem} (${count})${end}`
}
