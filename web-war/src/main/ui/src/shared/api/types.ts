export interface Me {
  id: string
  username: string
  name: string
  email?: string
  locale?: string
  rights?: string[]
  totpEnrolled?: boolean
}

/** Where a sign-in stands: signed in, or which factors may come next. */
export interface SignInAnswer {
  signedIn: boolean
  factors?: string[]
}
