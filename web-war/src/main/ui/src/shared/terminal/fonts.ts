export const monoFont = "'JetBrains Mono Variable', ui-monospace, 'SF Mono', Consolas, 'Noto Sans Mono CJK SC', 'Microsoft YaHei', monospace"
