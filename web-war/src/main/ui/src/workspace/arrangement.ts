import type { GroupviewPanelState, SerializedDockview } from 'dockview-vue'
import type { Colour } from './desk'
import { readKept, writeKept } from './tab-storage'

/** Where the tabs are: splits, their sizes, which tab each shows, names and colours. Nothing of what they are connected to. */
export interface Arrangement {
  grid: SerializedDockview['grid']
  activeGroup?: string
  titles: Record<string, string>
  colours: Record<string, Colour>
}

type Node = SerializedDockview['grid']['root']
/** What a leaf holds. */
type Group = Exclude<Node['data'], unknown[]>

export function keepArrangement(layout: SerializedDockview, colours: ReadonlyMap<string, Colour>): void {
  const titles = Object.fromEntries(Object.values(layout.panels).map((panel) => [panel.id, panel.title ?? '']))
  const kept: Arrangement = { grid: layout.grid, activeGroup: layout.activeGroup, titles, colours: Object.fromEntries(colours) }
  writeKept('arrangement', Object.keys(titles).length ? kept : undefined)
}

export const keptArrangement = () => readKept<Arrangement>('arrangement')

function groupOf(group: Group, has: (panel: string) => boolean): Group | undefined {
  const views = group.views.filter(has)
  if (!views.length) return undefined
  return { ...group, views, activeView: group.activeView && has(group.activeView) ? group.activeView : views[0] }
}

/** Without the tabs that are not there any more, and without splits that would be empty. */
function pruned(node: Node, has: (panel: string) => boolean): Node | undefined {
  if (node.type === 'leaf') {
    const group = groupOf(node.data as Group, has)
    return group && { ...node, data: group }
  }
  const parts = (node.data as Node[]).map((part) => pruned(part, has)).filter((part) => part !== undefined)
  return parts.length ? { ...node, data: parts } : undefined
}

/** The arrangement with these panels in it, as the dock reads it; nothing when none of them was in it. */
export function arranged(kept: Arrangement, panels: Record<string, GroupviewPanelState>): SerializedDockview | undefined {
  const root = pruned(kept.grid.root, (panel) => panel in panels && panel in kept.titles)
  if (!root) return undefined
  const there = Object.values(panels).filter((panel) => panel.id in kept.titles)
  return {
    grid: { ...kept.grid, root },
    activeGroup: kept.activeGroup,
    panels: Object.fromEntries(there.map((panel) => [panel.id, { ...panel, title: kept.titles[panel.id] }])),
  }
}
