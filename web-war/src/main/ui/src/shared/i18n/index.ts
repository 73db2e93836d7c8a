import { computed } from 'vue'
import { createI18n } from 'vue-i18n'
import en from './en'
import zhCN from './zh-CN'

/** Every text of the applications by its path, as in `signIn.title`: an unknown path does not compile. */
export type Messages = typeof en
type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string]
export type MessageKey = Path<Messages>

export const LOCALES = { en: 'English', 'zh-CN': '简体中文' } as const
export type Locale = keyof typeof LOCALES

const KEY = 'gatehouse.locale'

function firstLocale(): Locale {
  const wanted = localStorage.getItem(KEY) ?? navigator.language
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export const i18n = createI18n({
  legacy: false,
  locale: firstLocale(),
  fallbackLocale: 'en',
  messages: { en, 'zh-CN': zhCN },
})

export const locale = computed<Locale>({
  get: () => i18n.global.locale.value,
  set: (value) => {
    i18n.global.locale.value = value
    localStorage.setItem(KEY, value)
    document.documentElement.lang = value
  },
})
document.documentElement.lang = locale.value

export function t(key: MessageKey, named: Record<string, unknown> = {}): string {
  return i18n.global.t(key, named)
}

/** A part of the texts as it is, for names that come from the server. */
export const tm = (key: string): unknown => i18n.global.tm(key)

/** Text that counts: `{n} row | {n} rows`. */
export function tn(key: MessageKey, n: number, named: Record<string, unknown> = {}): string {
  return i18n.global.t(key, { n, ...named }, n)
}
