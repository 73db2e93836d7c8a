import { FitAddon } from '@xterm/addon-fit'
import { SearchAddon } from '@xterm/addon-search'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import { WebLinksAddon } from '@xterm/addon-web-links'
import { WebglAddon } from '@xterm/addon-webgl'
import { Terminal } from '@xterm/xterm'
import { onBeforeUnmount, ref, watch } from 'vue'
import { read, rest } from '@/shared/api/client'
import { problemText } from '@/shared/api/problem'
import { randomSecret } from '@/shared/random-secret'
import { TerminalConnection, type ConnectionState, type Ending, type Wire } from '@/shared/terminal/connection'
import { monoFont } from '@/shared/terminal/fonts'
import { socketAddress } from '@/shared/terminal/protocol'
import { terminalTheme } from '@/shared/terminal/themes'
import type { Participant } from '@/shared/terminal/protocol'
import type { Target } from '../desk'
import { forgetShell, keepPosition, keepShell, type KeptShell } from './kept'
import { isReply } from './replies'
import { terminalSettings } from './settings'

async function ask(target: Target): Promise<string> {
  const body = { asset: target.asset.id, account: target.account, protocol: target.protocol, ...target.typed }
  // The typed password is used once and kept nowhere.
  target.typed = undefined
  return (await read(rest.POST('/authentication/connection-token', { body }))).value ?? ''
}

const clock = { now: () => Date.now(), later: (work: () => void, ms: number) => window.setTimeout(work, ms), cancel: (timer: number) => window.clearTimeout(timer) }

/** The tab that a shell lives in, and what it was before the page was loaded again. */
export interface Place {
  panel: string
  title: () => string
  kept?: KeptShell
}

/** A terminal on a remote shell: the screen, the wire and what is known about both. */
export function useShell(target: Target, place: Place, typed: (text: string) => void) {
  const terminal = new Terminal({
    allowProposedApi: true,
    cursorBlink: true,
    fontFamily: monoFont,
    fontSize: terminalSettings.fontSize,
    lineHeight: terminalSettings.lineHeight,
    scrollback: terminalSettings.scrollback,
    theme: terminalTheme(terminalSettings.theme),
    macOptionIsMeta: true,
    screenReaderMode: false,
  })
  const fit = new FitAddon()
  const search = new SearchAddon({ highlightLimit: 2000 })
  terminal.loadAddon(fit)
  terminal.loadAddon(search)
  terminal.loadAddon(new Unicode11Addon())
  terminal.loadAddon(new WebLinksAddon((_, uri) => window.open(uri, '_blank', 'noopener,noreferrer')))
  terminal.unicode.activeVersion = '11'

  const state = ref<ConnectionState>('connecting')
  /** Whether there was a shell at all: what never began has not ended. */
  const begun = ref(place.kept !== undefined)
  const ending = ref<Ending>()
  const session = ref('')
  const actions = ref<string[]>(target.actions)
  const locked = ref(false)
  const notice = ref('')
  const people = ref<Participant[]>([])
  let connection: TerminalConnection | undefined
  let gone = false
  /** After a reload output comes again up to here. The page before has answered what it asks; a second answer would be typed text. */
  const answered = place.kept?.position ?? 0
  let repeating = answered > 0

  function show(data: Uint8Array, drawn: () => void, end: number) {
    if (!repeating) return terminal.write(data, drawn)
    const old = Math.max(0, data.byteLength - Math.max(0, end - answered))
    terminal.write(data.subarray(0, old), () => (repeating &&= end < answered))
    terminal.write(data.subarray(old), drawn)
  }

  function createConnection(tab: string): TerminalConnection {
    return new TerminalConnection(
      () => new WebSocket(socketAddress('/ws/terminal')) as unknown as Wire,
      clock,
      {
        state: (next, why) => {
          state.value = next
          if (why) ending.value = why
          if (next === 'ended') forgetShell(place.panel)
        },
        output: show,
        snapshot: (picture) => {
          repeating = false
          terminal.write(picture)
        },
        opened: (id, given) => {
          session.value = id
          begun.value = true
          actions.value = given
          keepShell({ panel: place.panel, title: place.title(), target: { ...target, actions: given }, session: id, tab })
        },
        notice: (text) => (notice.value = text),
        locked: (isLocked) => (locked.value = isLocked),
        people: (all) => (people.value = all),
      },
      tab,
      { columns: terminal.cols, rows: terminal.rows },
    )
  }

  async function connect() {
    state.value = 'connecting'
    begun.value = false
    ending.value = undefined
    notice.value = ''
    locked.value = false
    people.value = []
    repeating = false
    // there before its token is: it keeps what is typed meanwhile
    const next = (connection = createConnection(randomSecret()))
    try {
      const token = await ask(target)
      // the tab was closed meanwhile: nothing may be opened that nobody sees
      if (!gone) next.open(token)
    } catch (error) {
      connection = undefined
      state.value = 'ended'
      ending.value = { code: 'NOT_OPENED', detail: problemText(error) }
    }
  }

  function open(host: HTMLElement) {
    terminal.open(host)
    try {
      const webgl = new WebglAddon()
      webgl.onContextLoss(() => webgl.dispose())
      terminal.loadAddon(webgl)
    } catch {
      // Without WebGL the terminal draws with the page's own elements, only slower.
    }
    fit.fit()
    if (place.kept) {
      session.value = place.kept.session
      connection = createConnection(place.kept.tab)
      connection.reopen(place.kept.session)
    } else void connect()
  }

  terminal.onData((text) => {
    if (repeating && isReply(text)) return
    connection?.type(text)
    typed(text)
  })
  terminal.onBinary((text) => connection?.type(text))
  terminal.onResize(({ cols, rows }) => connection?.resize(cols, rows))
  watch(terminalSettings, (settings) => {
    terminal.options = { fontSize: settings.fontSize, lineHeight: settings.lineHeight, scrollback: settings.scrollback, theme: terminalTheme(settings.theme) }
    fit.fit()
  })
  const leave = () => connection && keepPosition(place.panel, connection.position)
  window.addEventListener('pagehide', leave)
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', leave)
    gone = true
    forgetShell(place.panel)
    connection?.close()
    terminal.dispose()
  })

  return { terminal, fit, search, state, begun, ending, session, actions, locked, notice, people, open, connect, retryNow: () => connection?.retryNow(), type: (text: string) => connection?.type(text) }
}

export type Shell = ReturnType<typeof useShell>
