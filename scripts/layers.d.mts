/** Types of layers.mjs. */
export declare const LAYERS: Readonly<Record<string, readonly string[]>>;
export declare const PLACES: Readonly<Record<string, string>>;
export declare const CORE: readonly string[];
