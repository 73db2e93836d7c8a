/**
 * What a terminal says without anybody typing: who it is (DA), its status and the place of its cursor (DSR), its modes, its size, colours
 * and settings, focus, and where the mouse is. `ESC [ 1 ; 2 R` and its like is taken for F3 with a shift key, which looks the same.
 */
const REPLY = /^\x1b(?:\[[?>=][\d;]*(?:[cRnu]|\$y)|\[\d*n|\[(?!1;[2-8]R)\d+;\d+R|\[\d+(?:;\d+)*t|\[[IO]|\[<[\d;]+[mM]|\[M[\s\S]{3}|\][\s\S]*|P[\s\S]*)$/

export const isReply = (text: string) => REPLY.test(text)

/** What stands in a bracketed paste. Nothing when it is none; the brackets are of that terminal, and another may want none. */
export function pastedText(text: string): string | undefined {
  return /^\x1b\[200~([\s\S]*)\x1b\[201~$/.exec(text)?.[1]
}
