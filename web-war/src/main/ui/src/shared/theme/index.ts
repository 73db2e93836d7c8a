import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import 'element-plus/theme-chalk/base.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
// what only scripts open; what templates name comes by itself
import 'element-plus/es/components/message/style/css'
import 'element-plus/es/components/message-box/style/css'
import './tokens.css'
import './base.css'
import { computed, ref, watchEffect } from 'vue'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'gatehouse.theme'
const system = window.matchMedia?.('(prefers-color-scheme: dark)')
const systemDark = ref(system?.matches ?? false)
system?.addEventListener('change', (event) => (systemDark.value = event.matches))

const stored = localStorage.getItem(KEY)
export const theme = ref<Theme>(THEMES.find((known) => known === stored) ?? 'system')
export const dark = computed(() => theme.value === 'dark' || (theme.value === 'system' && systemDark.value))

watchEffect(() => {
  document.documentElement.classList.toggle('dark', dark.value)
  localStorage.setItem(KEY, theme.value)
})
