import { read, rest } from '../api/client'

export const signInWithPassword = (username: string, password: string) =>
  read(rest.POST('/authentication/sign-in', { body: { username, password } }))

export const signInWithTotp = (code: string) => read(rest.POST('/authentication/totp', { body: { code } }))

export interface FirstAdministrator {
  token: string
  username: string
  name: string
  password: string
}

export const createFirstAdministrator = (body: FirstAdministrator) => read(rest.POST('/authentication/setup', { body }))

export const resetPassword = (body: { token: string; password: string }) => read(rest.POST('/authentication/reset', { body }))

/** Whether a one-time link is still good, without using it up. Gives what the password has to be. */
export const checkLink = {
  setup: (token: string) => read(rest.POST('/authentication/setup/check', { body: { token } })),
  reset: (token: string) => read(rest.POST('/authentication/reset/check', { body: { token } })),
}

/** The pages that a sign-in may lead to: only ours, so that a link cannot send somebody elsewhere. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(ui|luna)\/(#\/|$)/.test(next) ? next : '/luna/'
}
