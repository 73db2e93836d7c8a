import { ElMessageBox } from 'element-plus'
import { t } from '@/shared/i18n'

/** Asks for the name of what will be gone; false when the person thinks better of it. */
export async function confirmDelete(name: string, text = t('common.deleteText')): Promise<boolean> {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  try {
    await ElMessageBox.prompt(text, t('common.deleteTitle', { name }), {
      inputPattern: new RegExp(`^${escaped}$`),
      inputErrorMessage: name,
      inputPlaceholder: name,
      confirmButtonText: t('common.action.remove'),
      cancelButtonText: t('common.action.cancel'),
      confirmButtonClass: 'el-button--danger',
    })
    return true
  } catch {
    return false
  }
}
