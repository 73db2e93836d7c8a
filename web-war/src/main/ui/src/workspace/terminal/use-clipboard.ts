import type { Terminal } from '@xterm/xterm'
import { ElMessage, ElMessageBox } from 'element-plus'
import { h, type Ref } from 'vue'
import { t, tn } from '@/shared/i18n'
import { needsGuard, pastedLines, withoutControls } from './paste-guard'
import { terminalSettings } from './settings'

const SHOWN = 600

/** Copy and paste as the permission allows, which only this page heeds (SECURITY.md), with a question before several lines. */
export function useClipboard(terminal: Terminal, actions: Ref<string[]>) {
  /** What was not granted is not allowed, also while nothing is known yet. */
  const may = (action: 'COPY' | 'PASTE') => actions.value.includes(action)

  async function copy() {
    const text = terminal.getSelection()
    if (!text) return
    if (may('COPY')) await navigator.clipboard.writeText(text)
    else ElMessage.warning(t('terminal.copyRefused'))
  }

  async function insert(given: string) {
    const text = withoutControls(given)
    if (!text) return
    if (!may('PASTE')) {
      ElMessage.warning(t('terminal.pasteRefused'))
      return
    }
    if (needsGuard(text)) {
      const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
      const agreed = await ElMessageBox.confirm(h('div', [h('p', t('terminal.pasteText')), h('pre', { tabindex: 0 }, shown)]), tn('terminal.pasteTitle', pastedLines(text)), { customClass: 'paste-guard', confirmButtonText: t('terminal.paste'), cancelButtonText: t('common.action.cancel') }).catch(() => '')
      if (!agreed) return
    }
    terminal.paste(text)
    terminal.focus()
  }

  /** A paste that was agreed to in another terminal that is typed into together with this one. */
  function insertQuietly(text: string) {
    if (may('PASTE')) terminal.paste(text)
  }

  const paste = async () => insert(await navigator.clipboard.readText())

  function attach(host: HTMLElement) {
    host.addEventListener('paste', (event) => {
      event.preventDefault()
      event.stopPropagation()
      void insert(event.clipboardData?.getData('text/plain') ?? '')
    }, { capture: true })
    host.addEventListener('copy', (event) => {
      event.preventDefault()
      event.stopPropagation()
      void copy()
    }, { capture: true })
    host.addEventListener('contextmenu', (event) => {
      if (!terminalSettings.rightClickPaste) return
      event.preventDefault()
      void paste()
    })
    terminal.onSelectionChange(() => terminalSettings.copyOnSelect && terminal.hasSelection() && may('COPY') && void copy())
  }

  return { copy, paste, insertQuietly, attach }
}
