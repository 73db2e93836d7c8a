const BYTES = 20

/** 160 bits in 40 characters, which nobody can guess. Unlike `crypto.randomUUID` it is there without TLS, too. */
export function randomSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
