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

/** Connects as last time, or asks when there was none or it can no longer be used. */
export function useConnect() {
  const desk = useDesk()

  function connect(asset: RememberedAsset, choice: Choice, account: ReachableAccount, typed?: Target['typed']) {
    rememberChoice(asset, choice)
    desk.open({ asset, protocol: choice.protocol, account: account.ref, accountName: typed?.username || account.name, actions: account.actions, typed })
  }

  async function connectAsLastTime(asset: RememberedAsset, wantedAccount?: string) {
    const last = lastChoice(asset.id)
    const protocol = last?.protocol ?? 'ssh'
    try {
      const accounts = last || wantedAccount ? await accountsOf(asset.id, protocol) : []
      const account = accounts.find((known) => known.name === (wantedAccount ?? last?.account))
      if (account?.hasSecret) connect(asset, { protocol, account: account.name }, account)
      else desk.asking = asset
    } catch (error) {
      ElMessage.error(problemText(error))
    }
  }

  return { connect, connectAsLastTime }
}
