import type * as en from '../en/common'

export const common: typeof en.common = {
  product: 'Gatehouse',
  tagline: '特权访问，全程留痕。',
  action: {
    save: '保存',
    create: '创建',
    cancel: '取消',
    close: '关闭',
    edit: '编辑',
    remove: '删除',
    retry: '重试',
    search: '搜索',
    copy: '复制',
    copied: '已复制',
    back: '返回',
    next: '继续',
    more: '更多',
    refresh: '刷新',
    clear: '清除',
    open: '打开',
    download: '下载',
    columns: '列',
    confirm: '确认',
    add: '添加',
  },
  yes: '是',
  no: '否',
  none: '无',
  always: '长期有效',
  language: '语言',
  theme: { label: '主题', system: '跟随系统', light: '浅色', dark: '深色' },
  skipToContent: '跳到正文',
  loading: '加载中',
  state: {
    failedTitle: '加载失败',
    noMatchTitle: '没有匹配的结果',
    noMatchText: '请减少关键字，或清除搜索。',
  },
  deleteTitle: '删除“{name}”？',
  deleteText: '删除后所有人都将无法使用。请输入其名称以确认。',
  saved: '已保存',
  created: '已创建“{name}”',
  deleted: '已删除“{name}”',
  unsaved: '放弃已填写的内容？',
  required: '请填写此项',
}

export const problem: typeof en.problem = {
  unexpected: '服务器返回错误（{status}）。',
  unreachable: '无法连接服务器，请检查网络后重试。',
}

export const signIn: typeof en.signIn = {
  title: '登录',
  lead: '请使用管理员为您创建的账号。',
  username: '用户名',
  password: '密码',
  submit: '登录',
  show: '显示密码',
  hide: '隐藏密码',
  factorTitle: '双因素验证',
  factorLead: '请输入身份验证器应用显示的六位数字。',
  code: '验证码',
  otherUser: '使用其他账号登录',
  signOut: '退出登录',
  expired: '您已退出登录，请重新登录后继续。',
}

export const setup: typeof en.setup = {
  title: '初始化 Gatehouse',
  lead: '创建第一位管理员。此链接仅可使用一次，三十分钟内有效。',
  name: '姓名',
  repeat: '再次输入密码',
  submit: '创建管理员',
  passwordHint: '至少 {n} 个字符。一句话比一串符号更好记。',
  mismatch: '两次输入的密码不一致',
  tooShort: '至少 {n} 个字符',
  missingTitle: '初始化链接不完整',
  missingText: '请在服务器上用以下命令重新生成链接，并完整打开。',
  doneTitle: '管理员已创建',
  doneText: '请使用刚才设置的用户名和密码登录。',
}

export const reset: typeof en.reset = {
  title: '设置新密码',
  lead: '此链接仅可使用一次，三十分钟内有效。',
  submit: '设置密码',
  missingTitle: '链接不完整',
  doneTitle: '密码已更改',
  doneText: '请使用新密码登录。',
}
