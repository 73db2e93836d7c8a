import type { DockviewApi } from 'dockview-vue'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import type { ConnectionState } from '@/shared/terminal/connection'
import type { RememberedAsset } from './connect/remembered'

/** What a tab is connected to. The typed secret is handed over once and forgotten. */
export interface Target {
  asset: RememberedAsset
  protocol: string
  account: string
  accountName: string
  actions: string[]
  typed?: { username: string; secret: string }
}

export interface OpenTerminal {
  type: (text: string) => void
  focus: () => void
}

export type Side = 'right' | 'below'

/** The tabs and splits, and which terminals are typed into together. */
export const useDesk = defineStore('desk', () => {
  const dock = shallowRef<DockviewApi>()
  const terminals = shallowReactive(new Map<string, OpenTerminal>())
  const states = shallowReactive(new Map<string, ConnectionState>())
  const armed = ref(new Set<string>())
  const syncing = computed(() => armed.value.size > 1)
  const paletteOpen = ref(false)
  const asking = shallowRef<RememberedAsset>()
  let opened = 0

  function open(target: Target, beside?: { panel: string; side: Side }) {
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

  function register(panel: string, terminal: OpenTerminal) {
    terminals.set(panel, terminal)
  }

  function forget(panel: string) {
    terminals.delete(panel)
    states.delete(panel)
    armed.value.delete(panel)
    if (armed.value.size < 2) armed.value.clear()
  }

  /** What was typed in one armed terminal, for the others. */
  function echo(from: string, text: string) {
    if (!syncing.value || !armed.value.has(from)) return
    for (const panel of armed.value) if (panel !== from) terminals.get(panel)?.type(text)
  }

  /** Arms every terminal that can be seen; typing goes to all of them until disarmed. */
  function toggleSync() {
    if (syncing.value) armed.value = new Set()
    else armed.value = new Set([...terminals.keys()].filter((panel) => dock.value?.getPanel(panel)?.api.isVisible))
  }

  return { dock, terminals, states, armed, syncing, paletteOpen, asking, open, register, forget, echo, toggleSync }
})
