import type { DockviewApi, GroupviewPanelState } from 'dockview-vue'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { ConnectionState } from '@/shared/terminal/connection'
import { arranged, keepArrangement, keptArrangement } from './arrangement'
import type { RememberedAsset } from './connect/remembered'
import type { Invitation } from './share/invitation'
import { keptGuests } from './share/kept-guests'
import { confirmStop } from './files/confirm-stop'
import { isReply, pastedText } from './terminal/replies'
import { keptShells } from './terminal/kept'

/** What a tab is connected to. The typed secret is handed over once and forgotten. */
export interface Target {
  asset: RememberedAsset
  protocol: string
  account: string
  accountName: string
  actions: string[]
  typed?: { username: string; secret: string }
  /** A secret has to be typed each time. */
  needsSecret?: boolean
}

export interface OpenTerminal {
  type: (text: string) => void
  paste: (text: string) => void
  focus: () => void
}

export type Side = 'right' | 'below'
export const COLOURS = ['red', 'amber', 'green', 'blue', 'violet'] as const
export type Colour = (typeof COLOURS)[number]

/** The tabs and splits, and which terminals are typed into together. */
export const useDesk = defineStore('desk', () => {
  const dock = shallowRef<DockviewApi>()
  const terminals = shallowReactive(new Map<string, OpenTerminal>())
  const states = shallowReactive(new Map<string, ConnectionState>())
  /** Uploads of a tab that are not finished, by the tab. */
  const uploads = shallowReactive(new Map<string, number>())
  const armed = ref(new Set<string>())
  const syncing = computed(() => armed.value.size > 1)
  const paletteOpen = ref(false)
  /** Which asset to connect to, and the account that was asked for by name. */
  const asking = shallowRef<{ asset: RememberedAsset; account: string }>()
  const colours = shallowReactive(new Map<string, Colour>())
  const closed: Target[] = []
  const shortcutsOpen = ref(false)
  /** The tab that was right-clicked, and where. */
  const tabMenu = ref<{ panel: string; x: number; y: number }>()
  let opened = 0
  let echoing = false

  function ask(asset: RememberedAsset, account = '') {
    asking.value = { asset, account }
  }

  function open(target: Target, beside?: { panel: string; side: Side }) {
    if (target.needsSecret && !target.typed) return ask(target.asset, target.accountName)
    opened += 1
    const position = beside ? { referencePanel: beside.panel, direction: beside.side } : undefined
    dock.value?.addPanel({
      id: `terminal-${opened}`,
      component: target.protocol === 'sftp' ? 'files' : 'terminal',
      tabComponent: 'tab',
      title: `${target.accountName}@${target.asset.name}`,
      params: { target },
      renderer: 'always',
      position,
    })
  }

  function watchDock(api: DockviewApi) {
    dock.value = api
    api.onDidRemovePanel((panel) => {
      const target = (panel.params as { target?: Target } | undefined)?.target
      if (target) closed.push({ ...target, typed: undefined })
      colours.delete(panel.id)
    })
  }

  /** Asks before uploads are lost with their tab; a shell can be opened again. */
  async function close(id?: string) {
    const sending = uploads.get(id ?? '') ?? 0
    if (sending > 0 && !(await confirmStop(sending))) return
    dock.value?.getPanel(id ?? '')?.api.close()
  }

  function setUploads(id: string, files: number) {
    if (files > 0) uploads.set(id, files)
    else uploads.delete(id)
  }

  function duplicate(panel?: string) {
    const target = (dock.value?.getPanel(panel ?? '')?.params as { target?: Target } | undefined)?.target
    if (target) open({ ...target, typed: undefined })
  }

  /** The tab that was closed last, as a new session. */
  function reopen() {
    const target = closed.pop()
    if (target) open(target)
  }

  /** The tab `by` places to the right of the active one; from the last to the first. */
  function step(by: number) {
    const panels = dock.value?.panels ?? []
    const at = panels.findIndex((panel) => panel.id === dock.value?.activePanel?.id)
    panels[(at + by + panels.length) % panels.length]?.api.setActive()
  }

  /** The shells that this tab had before the page was loaded again, and the sessions of others, where they were. */
  function restore() {
    const shells = keptShells()
    for (const kept of shells) opened = Math.max(opened, Number(kept.panel.replace('terminal-', '')) || 0)
    const panels: { id: string; component: string; title: string; params: object }[] = [
      ...shells.map((kept) => ({ id: kept.panel, component: 'terminal', title: kept.title, params: { target: kept.target, kept } })),
      ...keptGuests().map(guestPanel),
    ]
    rearrange(Object.fromEntries(panels.map(({ component, ...panel }) => [panel.id, { ...panel, contentComponent: component, tabComponent: 'tab', renderer: 'always' as const }])))
    for (const panel of panels.filter(({ id }) => !dock.value?.getPanel(id))) {
      dock.value?.addPanel({ ...panel, tabComponent: 'tab', renderer: 'always' })
    }
    window.addEventListener('pagehide', () => dock.value && keepArrangement(dock.value.toJSON(), colours))
  }

  /** A shell that is found again is worth more than its place. */
  function rearrange(panels: Record<string, GroupviewPanelState>) {
    const kept = keptArrangement()
    const layout = kept && arranged(kept, panels)
    if (!layout) return
    try {
      dock.value?.fromJSON(layout)
      for (const [panel, colour] of Object.entries(kept.colours)) if (panel in layout.panels) colours.set(panel, colour)
    } catch {
      dock.value?.clear()
    }
  }

  const guestPanel = (invitation: Invitation) => ({
    id: `guest-${invitation.id}`,
    component: 'guest',
    title: `${invitation.person} · ${invitation.accountName}@${invitation.assetName}`,
    params: { invitation },
  })

  /** Somebody else's session, to which this person was invited. */
  function join(invitation: Invitation) {
    const panel = guestPanel(invitation)
    const there = dock.value?.getPanel(panel.id)
    if (there) there.api.setActive()
    else dock.value?.addPanel({ ...panel, tabComponent: 'tab', renderer: 'always' })
  }

  function register(panel: string, terminal: OpenTerminal) {
    terminals.set(panel, terminal)
  }

  function forget(panel: string) {
    terminals.delete(panel)
    states.delete(panel)
    armed.value.delete(panel)
    if (armed.value.size < 2) armed.value.clear()
  }

  /** What was typed in one armed terminal, for the others; not what it answered by itself to a question of its own shell. */
  function echo(from: string, text: string) {
    if (!syncing.value || echoing || !armed.value.has(from) || isReply(text)) return
    const others = [...armed.value].filter((panel) => panel !== from)
    const pasted = pastedText(text)
    // a terminal that pastes says so as if it were typed into
    echoing = true
    try {
      for (const panel of others) {
        if (pasted === undefined) terminals.get(panel)?.type(text)
        else terminals.get(panel)?.paste(pasted)
      }
    } finally {
      echoing = false
    }
  }

  /** Arms every terminal that can be seen; typing goes to all of them until disarmed. False when there is nothing to be together with. */
  function toggleSync(): boolean {
    const seen = [...terminals.keys()].filter((panel) => dock.value?.getPanel(panel)?.api.isVisible)
    armed.value = new Set(syncing.value || seen.length < 2 ? [] : seen)
    // what is typed next is meant for the shells, not for the button
    terminals.get(dock.value?.activePanel?.id ?? '')?.focus()
    return syncing.value || seen.length > 1
  }

  return { dock, terminals, states, armed, syncing, paletteOpen, shortcutsOpen, tabMenu, asking, ask, colours, uploads, setUploads, close, open, restore, join, duplicate, watchDock, reopen, step, register, forget, echo, toggleSync }
})
