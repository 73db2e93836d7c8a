/** What is on its way, with the directories that it lies in below what was dropped: `photos/2026/a.jpg`. */
export interface Picked {
  path: string
  /** Absent for a directory with nothing in it. */
  file?: File
}

/** Whether files come with a drag, and not a tab or a piece of text. */
export function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

export function pickedFrom(files: Iterable<File>): Picked[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** A reader gives a directory in pieces and an empty one at its end. */
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (piece.length === 0) return all
    all.push(...piece)
  }
}

async function walk(entry: FileSystemEntry, above: string): Promise<Picked[]> {
  const path = above + entry.name
  if (entry.isFile) return [{ path, file: await fileOf(entry as FileSystemFileEntry) }]
  const children = await childrenOf(entry as FileSystemDirectoryEntry)
  if (children.length === 0) return [{ path }]
  return (await Promise.all(children.map((child) => walk(child, `${path}/`)))).flat()
}

/** Everything that was dropped, folders walked through. The entries are taken at once: they are gone when the event is over. */
export async function droppedFiles(data: DataTransfer): Promise<Picked[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry !== null && entry !== undefined)
  if (entries.length === 0) return pickedFrom(data.files)
  return (await Promise.all(entries.map((entry) => walk(entry, '')))).flat()
}
