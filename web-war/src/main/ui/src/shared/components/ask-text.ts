import { ElMessageBox, type ElMessageBoxOptions, type MessageBoxData } from 'element-plus'

/** Asks for a line of text; nothing when the person thinks better of it. */
export async function askText(title: string, text: string, options: ElMessageBoxOptions): Promise<string | undefined> {
  try {
    const answer = (await ElMessageBox.prompt(text, title, options)) as Exclude<MessageBoxData, string>
    return String((answer as { value?: unknown }).value ?? '').trim()
  } catch {
    return undefined
  }
}
