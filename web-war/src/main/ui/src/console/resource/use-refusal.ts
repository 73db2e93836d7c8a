import { nextTick, ref } from 'vue'
import { Problem, problemText } from '@/shared/api/problem'
import { focusComplaint } from '@/shared/components/complaint'
import { placed, type Complaints, type Place } from './wrong-fields'

/** What is refused of a form: `errors` at its fields, of which the first gets the focus, and in `refusal` what concerns none of them. */
export function useRefusal(form: () => HTMLElement | undefined) {
  const errors = ref<Complaints>({})
  const refusal = ref('')

  function forgive() {
    errors.value = {}
    refusal.value = ''
  }

  async function complain(complaints: Complaints) {
    errors.value = complaints
    await nextTick()
    focusComplaint(form())
  }

  async function refuse(error: unknown, fields: readonly Place[]) {
    const { complaints, left } = placed(error instanceof Problem ? error.fields : [], fields)
    refusal.value = Object.keys(complaints).length > 0 ? left.join('\n') : problemText(error)
    await complain(complaints)
  }

  return { errors, refusal, forgive, complain, refuse }
}
