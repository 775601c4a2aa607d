/** What the page of the topology and the extension say to each other. */

/** From the page. */
export type PageMessage =
  /** It can show something. */
  | { readonly kind: 'ready' }
  /** The place of a node is wanted. */
  | { readonly kind: 'open'; readonly id: string }
  /** A group or a block is to be closed, or opened. */
  | { readonly kind: 'toggle'; readonly id: string }
  | { readonly kind: 'filter'; readonly text: string }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'export' }
  | { readonly kind: 'copy'; readonly format: 'dot' | 'mermaid' };

/** To the page: what it is to show. */
export interface ShownTopology {
  readonly svg: string;
  /** The same in words. */
  readonly outline: readonly { readonly id?: string; readonly depth: 0 | 1 | 2; readonly text: string }[];
  /** How much there is to see, in one phrase. */
  readonly status: string;
  /** What is said where there is nothing to see. */
  readonly empty: string;
}
