// the first that fits: every browser also calls itself by the names of older ones
const BROWSERS: [RegExp, string][] = [
  [/Edg\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:Headless)?Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** `Firefox 130 · Linux` out of what a browser says of itself; what is no browser stays as it is. */
export function clientName(agent: string): string {
  const browser = BROWSERS.map(([form, name]) => [form.exec(agent)?.[1], name]).find(([version]) => version)
  if (!browser) return agent
  const system = SYSTEMS.find(([form]) => form.test(agent))?.[1]
  return [`${browser[1]} ${browser[0]}`, system].filter(Boolean).join(' · ')
}
