import type { Target } from '../desk'
import { readKept, writeKept } from '../tab-storage'

/** A shell of this browser tab, which a reload finds again. */
export interface KeptShell {
  panel: string
  title: string
  target: Target
  session: string
  /** Secret of this tab; without the sign-in it opens nothing. The browser drops it with the tab. */
  tab: string
  /** Where the output ends that was on the screen, and whose questions to the terminal are answered. */
  position?: number
}

export const keptShells = () => readKept<KeptShell[]>('shells') ?? []
const write = (shells: KeptShell[]) => writeKept('shells', shells)

export function keepShell(shell: KeptShell): void {
  write([...keptShells().filter((other) => other.panel !== shell.panel), { ...shell, target: { ...shell.target, typed: undefined } }])
}

export function keepPosition(panel: string, position: number): void {
  write(keptShells().map((shell) => (shell.panel === panel ? { ...shell, position } : shell)))
}

export function forgetShell(panel: string): void {
  write(keptShells().filter((shell) => shell.panel !== panel))
}
