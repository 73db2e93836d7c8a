import { useQueryClient } from '@tanstack/vue-query'
import { ElMessage, ElMessageBox } from 'element-plus'
import { rest } from '@/shared/api/client'
import { problemText } from '@/shared/api/problem'
import { t } from '@/shared/i18n'

/** For somebody who typed wrong passwords: lets them try again at once, once that is confirmed. */
export function useBarLift() {
  const queries = useQueryClient()

  async function isMeant(name: string): Promise<boolean> {
    const answer = await ElMessageBox.confirm(t('console.user.liftText', { name }), t('console.user.liftTitle', { name }), {
      confirmButtonText: t('console.user.liftConfirm'),
      cancelButtonText: t('common.action.cancel'),
    }).catch(() => '')
    return answer !== ''
  }

  return async ({ id, username }: { id: string; username: string }) => {
    if (!(await isMeant(username))) return
    try {
      await rest.POST('/users/users/{id}/lift-bars', { params: { path: { id } } })
      ElMessage.success(t('console.user.lifted', { name: username }))
    } catch (error) {
      ElMessage.error(problemText(error))
    }
    await queries.invalidateQueries()
  }
}
