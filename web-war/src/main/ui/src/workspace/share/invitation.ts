import { api } from '@/shared/api/client'
import { Problem } from '@/shared/api/problem'

/** To somebody else's running session. */
export interface Invitation {
  id: string
  session: string
  person: string
  assetName: string
  accountName: string
  invitedBy: string
  access: 'read' | 'write'
  expiresAt: string
}

const PENDING = 'gatehouse.invitation'
const FORM = /^#\/join\?token=([\w.-]+)$/

/** Takes the token out of the address at once; it waits in this tab only, also while somebody signs in. */
export function takeInvitation(): void {
  const found = FORM.exec(window.location.hash)
  if (!found) return
  sessionStorage.setItem(PENDING, found[1] as string)
  window.history.replaceState(null, '', window.location.pathname)
}

/** Once. */
export function pendingInvitation(): string {
  const token = sessionStorage.getItem(PENDING) ?? ''
  sessionStorage.removeItem(PENDING)
  return token
}

/** Uses the link up. */
export const redeem = (token: string) => exchange('redeem', token)

/** What the link opens; uses nothing up. */
export const look = (token: string) => exchange('look', token)

/** Who used the link before comes in by the invitation itself, as long as it is open. */
async function exchange(act: 'look' | 'redeem', token: string): Promise<Invitation> {
  try {
    return await api.post<Invitation>(`/terminal/invitations/${act}/`, { token })
  } catch (error) {
    if (error instanceof Problem && error.code === 'SHARE_USED') return api.get<Invitation>(`/terminal/invitations/${token.split('.')[0]}/`)
    throw error
  }
}

/** Whether one may come back; where the server cannot be asked, it may be tried. */
export async function mayReturn({ id }: Pick<Invitation, 'id'>): Promise<boolean> {
  try {
    return (await invitations()).some((invitation) => invitation.id === id)
  } catch (error) {
    return !(error instanceof Problem)
  }
}

export const invitations = () => api.get<Invitation[]>('/terminal/invitations/')
