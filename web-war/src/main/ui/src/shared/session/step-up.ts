import { ref } from 'vue'
import { api, onStepUp } from '../api/client'

/** What a new proof consists of. */
export interface StepUp {
  fresh: boolean
  until?: string
  factors: string[]
}

const PATH = '/authentication/step-up/'

/** Whether the dialog is open. Whatever asks meanwhile waits for the same answer. */
export const asking = ref(false)
let answer: ((proved: boolean) => void) | undefined
let waiting: Promise<boolean> | undefined

export function proveAgain(): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) => {
    answer = resolve
    asking.value = true
  })
  return waiting
}

/** Closes the dialog. */
export function settle(proved: boolean): void {
  asking.value = false
  waiting = undefined
  answer?.(proved)
  answer = undefined
}

export const needed = () => api.get<StepUp>(PATH)

export async function prove(password: string, code: string): Promise<void> {
  await api.post<StepUp>(PATH, code ? { password, code } : { password })
}

onStepUp(proveAgain)
