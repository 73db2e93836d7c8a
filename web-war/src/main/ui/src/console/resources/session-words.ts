/** What runs at the target's end. Only the first two have something to watch and to replay. */
export const KINDS = ['terminal', 'command', 'files', 'tunnel'] as const
export const ENDS = ['connecting', 'running', 'connect-failed', 'finished', 'target-closed', 'client-closed', 'terminated', 'idle-limit', 'duration-limit', 'permission-ended', 'aborted', 'server-stopped'] as const
export const OPERATIONS = ['read', 'write', 'update', 'rename', 'remove', 'make_directory', 'remove_directory', 'copy', 'link', 'symbolic_link', 'set_attributes'] as const
export const RESULTS = ['succeeded', 'failed', 'denied', 'interrupted'] as const
