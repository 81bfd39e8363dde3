/** What goes between a SQLite store and the thread that owns its file. */
import type { StoredAttachment, StoredMessage, StoredSession } from "./session-store.ts";

/** What the thread is started with. */
export interface WriterTerms {
  readonly path: string;
  readonly inboundMax: number;
}

/** Jobs are done in order, and each is answered once. */
export type Job =
  | { readonly kind: "units"; readonly batch: ArrayBuffer; readonly length: number }
  | { readonly kind: "open"; readonly session: string; readonly nowMs: number }
  | {
      readonly kind: "outbound";
      readonly sessionId: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: "inbound"; readonly sessionId: number; readonly limit: number }
  | { readonly kind: "attachments"; readonly afterId: number; readonly limit: number }
  | { readonly kind: "close" };

export type OpenedSession = StoredSession & { readonly id: number };

export type Answer =
  | { readonly kind: "done" }
  | { readonly kind: "opened"; readonly session: OpenedSession }
  | { readonly kind: "messages"; readonly messages: readonly StoredMessage[] }
  | { readonly kind: "attachments"; readonly attachments: readonly StoredAttachment[] }
  /** The file is of no more use; every later job is answered the same. */
  | { readonly kind: "failed"; readonly trouble: Trouble };

/** An error as it crosses threads, where a structured clone would lose its code. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly canRetry: boolean;
}
