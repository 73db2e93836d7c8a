import { ElMessageBox } from 'element-plus'
import { t, tn } from '@/shared/i18n'

/** Whether so many uploads may end with their tab. */
export async function confirmStop(uploads: number): Promise<boolean> {
  const answer = await ElMessageBox.confirm(t('files.closeText'), tn('files.closeTitle', uploads), { confirmButtonText: t('files.closeStop'), cancelButtonText: t('common.action.cancel'), confirmButtonClass: 'el-button--danger' }).catch(() => '')
  return answer !== ''
}
