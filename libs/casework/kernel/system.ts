/** The actor of what the platform does by itself; its events do not invalidate what a person decided on (invariant 2). */
export const system = { id: 'redress', name: 'Redress', role: 'system', organisation: null } as const;
