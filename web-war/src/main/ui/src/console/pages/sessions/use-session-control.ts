import { useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { api } from '@/shared/api/client'
import { problemText } from '@/shared/api/problem'
import type { Session } from '@/shared/api/types'
import { t } from '@/shared/i18n'
import { askText } from '../../resource/ask-text'

/** Locks, unlocks and ends other people's sessions. */
export function useSessionControl() {
  const queries = useQueryClient()

  async function ask(session: Session, verb: string, body: unknown, done: string) {
    try {
      await api.post(`/terminal/sessions/${session.id}/${verb}/`, body)
      ElMessage.success(done)
    } catch (error) {
      ElMessage.error(problemText(error))
    }
    await queries.invalidateQueries()
  }

  const setLocked = (session: Session, locked: boolean) =>
    ask(session, locked ? 'lock' : 'unlock', {}, locked ? t('sessions.lockedDone') : t('sessions.unlockedDone'))

  async function terminate(session: Session) {
    const names = { user: session.username, asset: session.assetName }
    const message = await askText(t('sessions.terminateTitle', names), t('sessions.terminateText', names), {
      inputPlaceholder: t('sessions.terminateMessage'),
      confirmButtonText: t('sessions.terminate'),
      cancelButtonText: t('common.action.cancel'),
      confirmButtonClass: 'el-button--danger',
    })
    if (message !== undefined) await ask(session, 'terminate', { message }, t('sessions.terminated'))
  }

  return { setLocked, terminate }
}
