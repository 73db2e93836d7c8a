import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '@/shared/i18n'
import { detailsOf, detailWords } from './event-details'

const ID = '0192f000-0000-7000-8000-000000000001'

describe('what an event says', () => {
  afterEach(() => (i18n.global.locale.value = 'en'))

  it('isInWords', () => {
    const fields = { outcome: 'CLIENT_CLOSED', 'input-bytes': '1310720', whole: 'true', kind: 'TERMINAL', operation: 'MAKE_DIRECTORY', direction: 'LOCAL', factors: '[PASSWORD, TOTP]', people: '[bob, eve]' }
    expect(detailWords({ fields })).toBe('Result: Client left · Input: 1.25 MiB · Whole: Yes · Kind: Shell · Operation: New folder · Direction: Local (-L) · Factors: Password, One-time code · People: bob, eve')
  })

  it('isInChinese', () => {
    i18n.global.locale.value = 'zh-CN'
    expect(detailWords({ fields: { outcome: 'IDLE_LIMIT', 'invited-by': 'alice', access: 'WRITE' } })).toBe('结果: 空闲过久 · 邀请人: alice · 允许: 可以输入')
    expect(detailsOf({ fields: { reason: 'ASSET_MISSING' } })[0]?.text).toBe('此资产不存在或已被删除，请刷新列表。')
  })

  it('hasNothingThatIsEmpty', () => {
    expect(detailWords({ fields: { detail: '', added: '[]', 'output-bytes': '0' } })).toBe('Output: 0 B')
    expect(detailWords({ fields: {} })).toBe('')
  })

  it('hasNamesBeforeTheBeginningsOfIds', () => {
    expect(detailWords({ fields: { session: ID, user: 'alice' } })).toBe('User: alice · Session: 0192f000…')
  })

  it('saysWhatAnIdIsOf', () => {
    expect(detailsOf({ fields: { asset: ID, session: ID, tunnel: ID } }).map((detail) => detail.id)).toEqual(['/assets/assets', 'session', 'other'])
    expect(detailsOf({ fields: { account: 'root' } })[0]?.id).toBeUndefined()
  })

  it('keepsWhatThisVersionDoesNotKnow', () => {
    expect(detailWords({ fields: { novelty: 'SOMETHING_NEW', outcome: 'NEVER_HEARD_OF' } })).toBe('novelty: SOMETHING_NEW · Result: NEVER_HEARD_OF')
    expect(detailWords({ fields: { reason: 'NEVER_HEARD_OF', path: '•••' } })).toBe('Reason: never heard of · Path: •••')
  })
})
