/**
 * The FIX engine: a session over a store, on a socket.
 *
 * `openSession` brings a session up from its store; `openAcceptor` and `startInitiator` connect it.
 * Codec, dictionary and session can be used alone, without anything that waits.
 */
export type {
  BusinessFault,
  FieldFault,
  FieldValue,
  MessageView,
  OutboundField,
  OutboundMessage,
} from "./codec/message-view.ts";
export type { Dictionary, FixVersion } from "./dictionary/dictionary.ts";
export { createSession } from "./session/fix-session.ts";
export type {
  Credentials,
  RecoveryPolicy,
  ResendPolicy,
  SessionConfig,
} from "./session/session-config.ts";
export type {
  ApplicationAnswer,
  Delivery,
  FixApplication,
  SessionEnding,
  SessionEvent,
  SessionIdentity,
  SessionMachine,
  SessionOutput,
  SessionState,
} from "./session/session-contract.ts";
export { createMemoryStore, type MemoryStoreOptions } from "./store/memory-store.ts";
export type {
  SessionStore,
  StoredAttachment,
  StoredMessage,
  StoredSession,
  UnitOfWork,
} from "./store/session-store.ts";
export {
  openSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from "./store/sqlite-store.ts";
export {
  type Acceptor,
  type AcceptorEvent,
  type AcceptorOptions,
  type AcceptorSession,
  openAcceptor,
} from "./transport/acceptor.ts";
export {
  type Initiator,
  type InitiatorEvent,
  type InitiatorOptions,
  startInitiator,
} from "./transport/initiator.ts";
export { keyOfSession, type OpenSessionTerms, openSession } from "./transport/open-session.ts";
export type { CertificatePin } from "./transport/peer-certificate.ts";
export type { DriverBounds, SessionDriver } from "./transport/session-driver.ts";
export { createTransportClock, type TransportClock } from "./transport/transport-clock.ts";
