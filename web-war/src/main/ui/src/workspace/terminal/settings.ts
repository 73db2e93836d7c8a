import { reactive, watch } from 'vue'
import { TERMINAL_THEMES, type TerminalThemeName } from '@/shared/terminal/themes'

export interface TerminalSettings {
  theme: TerminalThemeName
  fontSize: number
  lineHeight: number
  scrollback: number
  copyOnSelect: boolean
  rightClickPaste: boolean
}

const KEY = 'gatehouse.terminal'
const STANDARD: TerminalSettings = { theme: 'gatehouse', fontSize: 14, lineHeight: 1.15, scrollback: 50_000, copyOnSelect: false, rightClickPaste: false }

function stored(): TerminalSettings {
  try {
    const known = { ...STANDARD, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<TerminalSettings>) }
    return TERMINAL_THEMES.includes(known.theme) ? known : { ...known, theme: STANDARD.theme }
  } catch {
    return { ...STANDARD }
  }
}

/** How every terminal of this browser looks and behaves. */
export const terminalSettings = reactive(stored())
watch(terminalSettings, (settings) => localStorage.setItem(KEY, JSON.stringify(settings)))
