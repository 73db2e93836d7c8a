import { api } from '../api/client'
import type { SignInAnswer } from '../api/types'

export const signInWithPassword = (username: string, password: string) =>
  api.post<SignInAnswer>('/authentication/sign-in/', { username, password })

export const signInWithTotp = (code: string) => api.post<SignInAnswer>('/authentication/totp/', { code })

export interface FirstAdministrator {
  token: string
  username: string
  name: string
  password: string
}

export const createFirstAdministrator = (body: FirstAdministrator) => api.post<void>('/authentication/setup/', body)

/** The pages that a sign-in may lead to: only ours, so that a link cannot send somebody elsewhere. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(ui|luna)\/(#\/|$)/.test(next) ? next : '/luna/'
}
