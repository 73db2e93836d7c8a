import { computed, ref } from 'vue'
import { createI18n } from 'vue-i18n'
import en from './en'
import zhCN from './zh-CN'

/** Every text of the applications by its path, as in `signIn.title`: an unknown path does not compile. */
export type Messages = typeof en
type Path<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Path<T[K]>}` }[keyof T & string]
export type MessageKey = Path<Messages>

export const LOCALES = { en: 'English', 'zh-CN': '简体中文' } as const
export type Locale = keyof typeof LOCALES
/** Empty: as the browser says. */
export type LocaleChoice = Locale | ''

const KEY = 'gatehouse.locale'
const localeOf = (tag: string): Locale => ((tag || navigator.language).toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')
const choiceOf = (tag: string): LocaleChoice => tag && localeOf(tag)

export const i18n = createI18n({
  legacy: false,
  locale: localeOf(localStorage.getItem(KEY) ?? ''),
  fallbackLocale: 'en',
  messages: { en, 'zh-CN': zhCN },
})

export const locale = computed<Locale>(() => i18n.global.locale.value)
export const localeChoice = ref<LocaleChoice>(choiceOf(localStorage.getItem(KEY) ?? ''))
document.documentElement.lang = locale.value

/** Called with what somebody chose, so that it can follow them. */
let chosen: (choice: LocaleChoice) => void = () => undefined
export function onLocaleChosen(handler: (choice: LocaleChoice) => void): void {
  chosen = handler
}

/** @param tag BCP 47, as accounts have it; Chinese for any `zh`, English otherwise */
export function showLocale(tag: string): void {
  localeChoice.value = choiceOf(tag)
  i18n.global.locale.value = localeOf(tag)
  document.documentElement.lang = locale.value
}

/** This browser keeps it, too: for the pages before the sign-in. */
export function chooseLocale(choice: LocaleChoice): void {
  showLocale(choice)
  if (choice) localStorage.setItem(KEY, choice)
  else localStorage.removeItem(KEY)
  chosen(choice)
}

export function t(key: MessageKey, named: Record<string, unknown> = {}): string {
  return i18n.global.t(key, named)
}

/** A part of the texts as it is, for names that come from the server. */
export const tm = (key: string): unknown => i18n.global.tm(key)

/** Text that counts: `{n} row | {n} rows`. */
export function tn(key: MessageKey, n: number, named: Record<string, unknown> = {}): string {
  return i18n.global.t(key, { n, ...named }, n)
}
