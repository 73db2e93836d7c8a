import type { Directive } from 'vue'

/** What is wrong with a field: the element that says so, and where in the field it is. */
interface Complaint {
  id: string
  path?: string
}

const CONTROLS = 'input:not([type=hidden]), textarea, [role=switch]'

/** One of several lines of a field, as `protocols[1].port`: the marked control, or all of the line. */
function lineOf(item: HTMLElement, path: string): Element | undefined {
  const line = /\[(\d+)\](?:\.(\w+))?$/.exec(path)
  if (!line) return undefined
  const row = item.querySelector(`[data-line="${line[1]}"]`)
  return row?.querySelector(`[data-part="${line[2]}"]`) ?? row ?? undefined
}

function controlsOf(item: HTMLElement, path = ''): HTMLElement[] {
  return [...(lineOf(item, path) ?? item).querySelectorAll<HTMLElement>(CONTROLS)]
}

/** Keeps what the control is described by besides. */
function describe(control: HTMLElement, id: string, on: boolean) {
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((other) => other && other !== id)
  const ids = on ? [...others, id] : others
  if (ids.length > 0) control.setAttribute('aria-describedby', ids.join(' '))
  else control.removeAttribute('aria-describedby')
}

function tie(item: HTMLElement, { id, path }: Complaint) {
  const wrong = path === undefined ? [] : controlsOf(item, path)
  for (const control of controlsOf(item)) {
    const on = wrong.includes(control)
    describe(control, id, on)
    if (on) control.setAttribute('aria-invalid', 'true')
    else control.removeAttribute('aria-invalid')
  }
}

/** Ties what is wrong with a field to its controls: Element Plus only shows it. A `path` says that something is. */
export const vComplaint: Directive<HTMLElement, Complaint> = {
  mounted: (item, { value }) => tie(item, value),
  updated: (item, { value }) => tie(item, value),
}

/** To the first control that is wrong. */
export function focusComplaint(within: HTMLElement | undefined) {
  within?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
}
