/** How architectures are called. */
export const ARCHITECTURE_NAMES: Readonly<Record<string, string>> = { x86: 'x86', arm: 'Arm' };
