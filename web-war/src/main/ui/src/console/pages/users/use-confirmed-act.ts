import { useQueryClient } from '@tanstack/vue-query'
import { ElMessage, ElMessageBox } from 'element-plus'
import { problemText } from '@/shared/api/problem'
import { t, type MessageKey } from '@/shared/i18n'

interface Named {
  id: string
  username: string
}

/** An act on somebody, done once it is confirmed; then every list is read again. */
export function useConfirmedAct(words: Record<'title' | 'text' | 'confirm' | 'done', MessageKey>, act: (user: Named) => Promise<unknown>, danger = false) {
  const queries = useQueryClient()

  async function isMeant(name: string): Promise<boolean> {
    const answer = await ElMessageBox.confirm(t(words.text, { name }), t(words.title, { name }), {
      confirmButtonText: t(words.confirm),
      cancelButtonText: t('common.action.cancel'),
      confirmButtonClass: danger ? 'el-button--danger' : '',
    }).catch(() => '')
    return answer !== ''
  }

  return async (user: Named) => {
    if (!(await isMeant(user.username))) return
    try {
      await act(user)
      ElMessage.success(t(words.done, { name: user.username }))
    } catch (error) {
      ElMessage.error(problemText(error))
    }
    await queries.invalidateQueries()
  }
}
