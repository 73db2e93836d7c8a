import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp, type Component } from 'vue'
import type { Router } from 'vue-router'
import { Problem } from './api/problem'
import { i18n } from './i18n'
import './theme'

/** What both applications start with. A refusal (4xx) is final; only a failing network or server is asked again. */
export function startApplication(root: Component, router?: Router): void {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && !(error instanceof Problem && error.status < 500),
      },
    },
  })
  const app = createApp(root).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient: queries })
  if (router) app.use(router)
  app.mount('#app')
}
