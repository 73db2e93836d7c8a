import { useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { rest } from '@/shared/api/client'
import { problemText } from '@/shared/api/problem'
import type { Session } from '@/shared/api/types'
import { t } from '@/shared/i18n'
import { askText } from '@/shared/components/ask-text'

const one = (session: Session) => ({ params: { path: { id: session.id } } })

/** Locks, unlocks and ends other people's sessions. */
export function useSessionControl() {
  const queries = useQueryClient()

  async function attempt(work: Promise<unknown>, done: string) {
    try {
      await work
      ElMessage.success(done)
    } catch (error) {
      ElMessage.error(problemText(error))
    }
    await queries.invalidateQueries()
  }

  const setLocked = (session: Session, locked: boolean) =>
    attempt(rest.POST(locked ? '/terminal/sessions/{id}/lock' : '/terminal/sessions/{id}/unlock', one(session)), locked ? t('sessions.lockedDone') : t('sessions.unlockedDone'))

  async function terminate(session: Session) {
    const names = { user: session.username, asset: session.assetName }
    const message = await askText(t('sessions.terminateTitle', names), t('sessions.terminateText', names), {
      inputPlaceholder: t('sessions.terminateMessage'),
      confirmButtonText: t('sessions.terminate'),
      cancelButtonText: t('common.action.cancel'),
      confirmButtonClass: 'el-button--danger',
    })
    if (message !== undefined) await attempt(rest.POST('/terminal/sessions/{id}/terminate', { ...one(session), body: { message } }), t('sessions.terminated'))
  }

  return { setLocked, terminate }
}
