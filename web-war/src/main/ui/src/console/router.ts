import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { onSignedOut } from '@/shared/api/client'
import { useMe } from '@/shared/session/me'

const inside: RouteRecordRaw[] = [
  { path: '', component: () => import('./pages/DashboardPage.vue') },
  { path: 'users', component: () => import('./pages/UsersPage.vue') },
  { path: 'groups', component: () => import('./pages/GroupsPage.vue') },
  { path: 'roles', component: () => import('./pages/RolesPage.vue') },
  { path: 'first-server', component: () => import('./pages/FirstServerPage.vue') },
  { path: 'assets', component: () => import('./pages/AssetsPage.vue') },
  { path: 'accounts', component: () => import('./pages/AccountsPage.vue') },
  { path: 'permissions', component: () => import('./pages/PermissionsPage.vue') },
  { path: 'platforms', component: () => import('./pages/PlatformsPage.vue') },
  { path: 'zones', component: () => import('./pages/ZonesPage.vue') },
  { path: 'host-keys', component: () => import('./pages/HostKeysPage.vue') },
  { path: 'sessions', component: () => import('./pages/SessionsPage.vue') },
  { path: 'sessions/:id', component: () => import('./pages/SessionPage.vue'), props: true },
  { path: 'commands', component: () => import('./pages/CommandsPage.vue') },
  { path: 'transfers', component: () => import('./pages/TransfersPage.vue') },
  { path: 'tunnels', component: () => import('./pages/TunnelsPage.vue') },
  { path: 'events', component: () => import('./pages/EventsPage.vue') },
  { path: 'settings', component: () => import('./pages/SettingsPage.vue') },
  { path: 'profile', component: () => import('./pages/ProfilePage.vue') },
  { path: ':rest(.*)*', component: () => import('./pages/MissingPage.vue') },
]

export const router = createRouter({
  history: createWebHashHistory('/ui/'),
  routes: [
    { path: '/sign-in', component: () => import('./pages/sign-in/SignInPage.vue'), meta: { open: true } },
    { path: '/setup', component: () => import('./pages/sign-in/SetupPage.vue'), meta: { open: true } },
    { path: '/reset', component: () => import('./pages/sign-in/ResetPage.vue'), meta: { open: true } },
    { path: '/', component: () => import('./frame/ConsoleFrame.vue'), children: inside },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  try {
    const me = await useMe().load()
    return me.passwordMustChange && to.path !== '/profile' ? { path: '/profile', query: { next: '/ui/#' + to.fullPath } } : true
  } catch {
    return { path: '/sign-in', query: { next: '/ui/#' + to.fullPath } }
  }
})

onSignedOut(() => {
  const here = router.currentRoute.value
  if (!here.meta.open) void router.replace({ path: '/sign-in', query: { next: '/ui/#' + here.fullPath, expired: '1' } })
})
