import { api } from '@/shared/api/client'

export interface Guest {
  user: string
  username: string
  state: 'invited' | 'here' | 'left' | 'removed'
  joinedAt?: string | null
  leftAt?: string | null
  typedBytes: number
}

export interface Share {
  id: string
  session: string
  access: 'read' | 'write'
  createdBy: string
  createdAt: string
  expiresAt: string
  endedAt?: string | null
  endedBy?: string | null
  guests: Guest[]
}

export interface Person {
  id: string
  username: string
  name: string
}

export interface NewShare {
  users: string[]
  access: 'read' | 'write'
  minutes: number
}

export const isOpen = (share: Share) => !share.endedAt && Date.parse(share.expiresAt) > Date.now()

const at = (session: string) => `/terminal/sessions/${session}/shares/`

export const shares = {
  list: (session: string) => api.get<Share[]>(at(session)),
  people: (session: string, search: string) => api.get<Person[]>(`${at(session)}people/`, { search }),
  create: (session: string, share: NewShare) => api.post<{ share: Share; link: string }>(at(session), share),
  revoke: (share: Share) => api.post(`${at(share.session)}${share.id}/revoke/`, {}),
  remove: (share: Share, guest: Guest) => api.post(`${at(share.session)}${share.id}/guests/${guest.user}/remove/`, {}),
}
