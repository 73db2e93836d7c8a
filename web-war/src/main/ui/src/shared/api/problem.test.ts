import { afterEach, describe, expect, it } from 'vitest'
import { i18n } from '../i18n'
import { Problem, problemText } from './problem'

const refused = (status: number, code: string, detail: string) => problemText(new Problem(status, { status, code, detail }))

describe('problemText', () => {
  afterEach(() => (i18n.global.locale.value = 'en'))

  it('isWhatTheServerSaysInEnglish', () => {
    expect(refused(409, 'ASSET_NAME_TAKEN', 'There is an asset called web already')).toBe('There is an asset called web already')
  })

  describe('inChinese', () => {
    const chinese = (status: number, code: string, detail: string) => {
      i18n.global.locale.value = 'zh-CN'
      return refused(status, code, detail)
    }

    it('bringsTheServersWordsWhereTheySayMore', () => {
      expect(chinese(409, 'ASSET_NAME_TAKEN', 'There is an asset called web already')).toBe('已有同名的资产，请换一个名称。（There is an asset called web already）')
    })

    it('leavesThemOutWhereTheyDoNot', () => {
      expect(chinese(404, 'ASSET_MISSING', 'There is no such asset')).toBe('此资产不存在或已被删除，请刷新列表。')
    })

    it('takesThemAsTheyAre', () => {
      expect(chinese(400, 'PERMISSION_INVALID', '@ALL {x} | a:b is none of @USER')).toContain('（@ALL {x} | a:b is none of @USER）')
    })

    it('tellsASignInFromATargetThatRefuses', () => {
      expect(chinese(401, 'REFUSED', 'The password is not right.')).toContain('登录被拒绝')
      expect(chinese(502, 'REFUSED', 'web:22 refused the connection')).toContain('目标拒绝连接')
    })

    it('isWhatTheServerSaysForACodeWithoutText', () => {
      expect(chinese(405, 'METHOD_NOT_ALLOWED', 'Method Not Allowed')).toBe('Method Not Allowed')
      expect(chinese(400, 'constructor', 'odd')).toBe('odd')
    })
  })
})

describe('a problem', () => {
  afterEach(() => (i18n.global.locale.value = 'en'))

  const problem = new Problem(400, {
    code: 'ASSET_INVALID',
    detail: 'The address must be a host name or an IP address; the label has no value',
    errors: [
      { field: 'address', code: 'ASSET_INVALID', message: 'The address must be a host name or an IP address' },
      { field: 'labels[1]', code: 'LABEL_INVALID', message: 'The label has no value' },
    ],
  })

  it('saysWhatIsWrongWithEachField', () => {
    expect(problem.fields).toEqual([
      { path: 'address', text: 'The address must be a host name or an IP address' },
      { path: 'labels[1]', text: 'The label has no value' },
    ])
    expect(new Problem(400, { code: 'ASSET_INVALID', detail: 'odd' }).fields).toEqual([])
  })

  it('saysItInChinese', () => {
    i18n.global.locale.value = 'zh-CN'
    expect(problem.fields[0]?.text).toBe('请填写主机名或 IP 地址。')
    expect(problem.fields[1]?.text).toContain('（The label has no value）')
  })
})
