import { createRouter, createWebHashHistory } from 'vue-router'
import { onSignedOut } from '@/shared/api/client'
import { useMe } from '@/shared/session/me'

export const router = createRouter({
  history: createWebHashHistory('/ui/'),
  routes: [
    { path: '/sign-in', component: () => import('./pages/sign-in/SignInPage.vue'), meta: { open: true } },
    { path: '/setup', component: () => import('./pages/sign-in/SetupPage.vue'), meta: { open: true } },
    { path: '/:rest(.*)*', redirect: '/sign-in' },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  try {
    await useMe().load()
    return true
  } catch {
    return { path: '/sign-in', query: { next: '/ui/#' + to.fullPath } }
  }
})

onSignedOut(() => {
  const here = router.currentRoute.value
  if (!here.meta.open) void router.replace({ path: '/sign-in', query: { next: '/ui/#' + here.fullPath, expired: '1' } })
})
