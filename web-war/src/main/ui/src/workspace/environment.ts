/** Which colour marks an asset's tab, by its label `env`. */
export type Environment = 'prod' | 'staging' | 'test' | 'dev' | 'none'

const KNOWN: [RegExp, Environment][] = [
  [/^(prod|production|prd|live|生产)/i, 'prod'],
  [/^(stag|pre|uat|预)/i, 'staging'],
  [/^(test|qa|sit|测试)/i, 'test'],
  [/^(dev|local|sandbox|开发)/i, 'dev'],
]

export function environmentOf(labels: readonly string[]): Environment {
  for (const label of labels) {
    const [name = '', value = ''] = label.split(/:(.*)/s)
    if (!/^(env|environment|环境)$/i.test(name)) continue
    return KNOWN.find(([pattern]) => pattern.test(value))?.[1] ?? 'none'
  }
  return 'none'
}
