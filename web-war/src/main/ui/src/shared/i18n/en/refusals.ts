/** By the code of a problem. Empty: what the server says is English already. */
export const refusals: Record<string, string> = {}
