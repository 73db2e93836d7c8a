import { useQueryClient } from '@tanstack/vue-query'
import { ElMessage, ElMessageBox } from 'element-plus'
import { rest } from '@/shared/api/client'
import { problemText } from '@/shared/api/problem'
import { t } from '@/shared/i18n'
import { useMe } from '@/shared/session/me'

/** For somebody who lost the phone: takes their second factor away once that is confirmed. */
export function useFactorReset() {
  const queries = useQueryClient()
  const me = useMe()

  async function isMeant(name: string): Promise<boolean> {
    const answer = await ElMessageBox.confirm(t('console.user.resetFactorText', { name }), t('console.user.resetFactorTitle', { name }), {
      confirmButtonText: t('console.user.resetFactorConfirm'),
      cancelButtonText: t('common.action.cancel'),
      confirmButtonClass: 'el-button--danger',
    }).catch(() => '')
    return answer !== ''
  }

  return async ({ id, username }: { id: string; username: string }) => {
    if (!(await isMeant(username))) return
    try {
      await rest.DELETE('/users/users/{id}/totp', { params: { path: { id } } })
      if (me.me?.id === id) me.me.totpEnrolled = false
      ElMessage.success(t('console.user.factorReset', { name: username }))
    } catch (error) {
      ElMessage.error(problemText(error))
    }
    await queries.invalidateQueries()
  }
}
