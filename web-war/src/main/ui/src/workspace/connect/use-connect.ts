import { ElMessage } from 'element-plus'
import { read, rest } from '@/shared/api/client'
import { problemText } from '@/shared/api/problem'
import type { ReachableAccount } from '@/shared/api/types'
import { useDesk, type Target } from '../desk'
import { lastChoice, rememberChoice, type Choice, type RememberedAsset } from './remembered'

export const findReachable = (id: string) => read(rest.GET('/perms/users/self/assets/{id}', { params: { path: { id } } }))

export async function accountsOf(asset: string, protocol: string): Promise<ReachableAccount[]> {
  return (await read(rest.GET('/perms/users/self/assets/{id}/accounts', { params: { path: { id: asset }, query: { protocol } } }))).items
}

/** Names of protocols; the server's order is any, and a shell is wanted more often than files. */
export function inOrder(endpoints: readonly { protocol: string }[]): string[] {
  return endpoints.map((line) => line.protocol).sort((a, b) => Number(a === 'sftp') - Number(b === 'sftp'))
}

/** Connects as last time, or asks when there was none or it can no longer be used. */
export function useConnect() {
  const desk = useDesk()

  function connect(asset: RememberedAsset, choice: Choice, account: ReachableAccount, typed?: Target['typed']) {
    rememberChoice(asset, choice)
    desk.open({ asset, protocol: choice.protocol, account: account.ref, accountName: typed?.username || account.name, actions: account.actions, typed, needsSecret: typed !== undefined })
  }

  /** As last time; an account that is named means a shell, unless files were wanted of that account before. */
  async function choiceOf(asset: RememberedAsset, wantedAccount?: string): Promise<Choice | undefined> {
    const last = lastChoice(asset.id)
    if (!wantedAccount || last?.account === wantedAccount) return last
    const [first] = inOrder((await findReachable(asset.id)).protocols)
    return first ? { protocol: first, account: wantedAccount } : undefined
  }

  async function connectAsLastTime(asset: RememberedAsset, wantedAccount?: string) {
    try {
      const choice = await choiceOf(asset, wantedAccount)
      const account = choice && (await accountsOf(asset.id, choice.protocol)).find((known) => known.name === choice.account)
      if (choice && account?.hasSecret) connect(asset, choice, account)
      else desk.ask(asset, wantedAccount)
    } catch (error) {
      ElMessage.error(problemText(error))
    }
  }

  return { connect, connectAsLastTime }
}
