import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { read, rest } from '@/shared/api/client'
import { list } from '@/shared/api/collection'
import { size } from '@/shared/format'
import { t, tn } from '@/shared/i18n'
import { useMe } from '@/shared/session/me'

export interface Concern {
  key: string
  tone: 'bad' | 'warn' | 'info'
  title: string
  text: string
  to: string
}

const REFRESH_MS = 15_000
const DAY_MS = 24 * 60 * 60 * 1000
const SOON_DAYS = 7
/** So many refusals in a day are worth a look; fewer are fingers. */
const REFUSALS = 5

const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

/** Each question is asked only of those who may have its answer. */
function questions(may: (right: string) => boolean): [string, () => Promise<Concern | undefined>][] {
  const all: [right: string, key: string, ask: () => Promise<Concern | undefined>][] = [
    ['session.session.view', 'storage', async () => {
      const room = await read(rest.GET('/terminal/storage'))
      const low = room.freeBytes < 2 * room.leastFreeBytes
      if (!room.trouble && !low) return undefined
      return { key: 'storage', tone: room.trouble ? 'bad' : 'warn', title: t(room.trouble ? 'dashboard.storageFull' : 'dashboard.storageLow'), text: t('dashboard.storageText', { free: size(room.freeBytes), least: size(room.leastFreeBytes) }), to: '/settings' }
    }],
    ['inventory.host-key.view', 'changed', async () => {
      const { total } = await list('/assets/host-keys', { state: 'CHANGED', limit: 1 })
      return total ? { key: 'changed', tone: 'bad', title: tn('dashboard.keysChanged', total), text: t('dashboard.keysChangedText'), to: '/host-keys?state=CHANGED' } : undefined
    }],
    ['inventory.host-key.view', 'pending', async () => {
      const { total } = await list('/assets/host-keys', { state: 'PENDING', limit: 1 })
      return total ? { key: 'pending', tone: 'warn', title: tn('dashboard.keysPending', total), text: t('dashboard.keysPendingText'), to: '/host-keys?state=PENDING' } : undefined
    }],
    ['inventory.asset.view', 'gateways', async () => {
      const down = (await list('/assets/gateways')).items.filter((gateway) => gateway.active && gateway.health === 'DOWN')
      return down.length ? { key: 'gateways', tone: 'bad', title: tn('dashboard.gatewaysDown', down.length), text: down.map((gateway) => gateway.assetName).join(', '), to: '/zones' } : undefined
    }],
    ['audit.event.view', 'barred', async () => {
      const { total } = await list('/audits/events', { type: 'sign-in.barred', from: ago(1), limit: 1 })
      return total ? { key: 'barred', tone: 'bad', title: tn('dashboard.barred', total), text: t('dashboard.barredText'), to: '/events?type=sign-in.barred' } : undefined
    }],
    ['audit.event.view', 'refused', async () => {
      const { total } = await list('/audits/events', { type: 'sign-in.refused', from: ago(1), limit: 1 })
      return total >= REFUSALS ? { key: 'refused', tone: 'warn', title: tn('dashboard.refused', total), text: t('dashboard.refusedText'), to: '/events?type=sign-in.refused' } : undefined
    }],
    ['policy.permission.view', 'expiring', async () => {
      const { items, total } = await list('/perms/asset-permissions', { endsBefore: ago(-SOON_DAYS), limit: 3, order: 'until' })
      return total ? { key: 'expiring', tone: 'info', title: tn('dashboard.expiring', total, { days: SOON_DAYS }), text: items.map((permission) => permission.name).join(', '), to: '/permissions' } : undefined
    }],
  ]
  return all.filter(([right]) => may(right)).map(([, key, ask]) => [key, ask])
}

/** What somebody should look at now, worst first. A question that fails is a concern of its own. */
export function useAttention() {
  const me = useMe()
  const query = useQuery({
    queryKey: ['dashboard', 'attention', computed(() => me.me?.id)],
    queryFn: async () => {
      const answers = await Promise.all(questions(me.may).map(([key, ask]) => ask().catch((): Concern => ({ key, tone: 'warn', title: t('dashboard.unknown', { what: key }), text: t('dashboard.unknownText'), to: '/' }))))
      const order = { bad: 0, warn: 1, info: 2 }
      return answers.filter((concern) => concern !== undefined).sort((a, b) => order[a.tone] - order[b.tone])
    },
    refetchInterval: REFRESH_MS,
  })
  return query
}
