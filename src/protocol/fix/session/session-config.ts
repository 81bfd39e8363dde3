/** What a session is told once, and what it takes where it is told nothing. */
import { assert } from "../../../core/assert.ts";
import type { FieldFault, MessageView } from "../codec/message-view.ts";
import type { TimePrecision } from "../codec/timestamp.ts";
import { dialectOf } from "./fix-dialect.ts";
import type { SessionSchedule } from "./schedule.ts";
import type { SessionIdentity } from "./session-contract.ts";

export type SessionRole = "acceptor" | "initiator";

/** Sent with our Logon. No event ever holds one of these. */
export interface Credentials {
  /** Username (553). */
  readonly username?: string;
  /** Password (554). */
  readonly password?: string;
  /** NewPassword (925). */
  readonly newPassword?: string;
  /** RawDataLength and RawData (95, 96). */
  readonly rawData?: Uint8Array;
}

/**
 * The fault that a Reject names, as `createValidator` finds it; undefined where a message is right.
 *
 * @param applVerId DefaultApplVerID (1137) of the counterparty's Logon, under FIXT.1.1
 */
export type Validate = (view: MessageView, applVerId: string | undefined) => FieldFault | undefined;

/** What we send again when we are asked to, and how often. */
export interface ResendPolicy {
  /**
   * An application message of `agingTypes` that is older than this is left out, and its number is
   * filled: an old order must not reach a market that has moved. Infinity sends all of them again.
   *
   * @defaultValue 0: none is ever sent again
   */
  readonly maxAgeMs?: number;
  /** @defaultValue orders, replaces and requests for quotes: see `agingTypesDefault` */
  readonly agingTypes?: ReadonlySet<string>;
  /** Messages that are read from the store in one go. @defaultValue 500 */
  readonly chunk?: number;
  /**
   * A counterparty that asks for the very same messages more often than this, one request after the
   * other, is logged out.
   *
   * @defaultValue 20
   */
  readonly repeatsMax?: number;
}

/** How we ask for what is missing. */
export interface RecoveryPolicy {
  /** Messages asked for in one request; 0 asks for all at once. @defaultValue 0 */
  readonly chunk?: number;
  /** Asks again where nothing came for so long. @defaultValue 30,000 */
  readonly retryMs?: number;
  /** Requests without any progress until we log out. @defaultValue 5 */
  readonly triesMax?: number;
  /** Messages beyond the gap that are kept until it is filled; later ones are asked for again. @defaultValue 10,000 */
  readonly earlyMax?: number;
  /** The same in bytes. @defaultValue 64 MiB */
  readonly earlyBytesMax?: number;
}

export interface SessionConfig {
  readonly role: SessionRole;
  readonly identity: SessionIdentity;
  /** HeartBtInt (108) of our Logon; an acceptor takes the initiator's. 0 sends none. @defaultValue 30 */
  readonly heartbeatSeconds?: number;
  /** DefaultApplVerID (1137): needed for FIXT.1.1; `9` is FIX 5.0SP2. */
  readonly defaultApplVerId?: string;
  /** What a dictionary says of a message; everything well-formed passes where this is missing. */
  readonly validate?: Validate;
  /** Both numbers begin at 1 with every Logon; an initiator says so with ResetSeqNumFlag (141). */
  readonly resetsOnLogon?: boolean;
  /** Both numbers begin at 1 after every Logout that was answered. */
  readonly resetsOnLogout?: boolean;
  /** Both numbers begin at 1 after every lost connection. */
  readonly resetsOnDisconnect?: boolean;
  /** Agreed that working orders end with the session: the application is told, and cancels them. */
  readonly cancelsOnDisconnect?: boolean;
  readonly credentials?: Credentials;
  /** NextExpectedMsgSeqNum (789) on Logon, FIX 4.4 and later. */
  readonly usesNextExpected?: boolean;
  /** LastMsgSeqNumProcessed (369) on every message. */
  readonly sendsLastProcessed?: boolean;
  /** Of SendingTime; whole seconds before FIX 4.2. @defaultValue milliseconds */
  readonly timePrecision?: TimePrecision;
  /** How far SendingTime may be from our clock; Infinity checks nothing. @defaultValue 120,000 */
  readonly latencyMaxMs?: number;
  /** @defaultValue 10,000 */
  readonly logonTimeoutMs?: number;
  /** @defaultValue 2,000 */
  readonly logoutTimeoutMs?: number;
  /** Open for ever where this is missing. */
  readonly schedule?: SessionSchedule;
  /** Application messages that leave in any one second; the rest waits its turn. */
  readonly messagesPerSecondMax?: number;
  /** Bytes that may wait for that; `send` is refused while there are more. @defaultValue 16 MiB */
  readonly waitingBytesMax?: number;
  readonly resend?: ResendPolicy;
  readonly recovery?: RecoveryPolicy;
  /** Puts DefaultApplVerID (1137) into BusinessMessageReject, as QuickFIX does under FIXT.1.1. */
  readonly stampsBusinessReject?: boolean;
}

/** Orders, replaces, crosses, lists, quotes and requests for them: what must not arrive late. */
const agingTypesDefault: ReadonlySet<string> = new Set([
  ...["D", "G", "E", "AB", "AC", "s", "t", "R", "S", "i", "AJ"],
]);

const recoveryDefault: Required<RecoveryPolicy> = {
  chunk: 0,
  retryMs: 30_000,
  triesMax: 5,
  earlyMax: 10_000,
  earlyBytesMax: 64 << 20,
};

/** A configuration with nothing left open. */
export interface SessionSettings extends SessionConfig {
  readonly heartbeatSeconds: number;
  readonly validate: Validate;
  readonly timePrecision: TimePrecision;
  readonly latencyMaxMs: number;
  readonly logonTimeoutMs: number;
  readonly logoutTimeoutMs: number;
  readonly waitingBytesMax: number;
  readonly resend: Required<ResendPolicy>;
  readonly recovery: Required<RecoveryPolicy>;
}

/** Fills in the defaults and checks that the parts go together. */
export function settingsOf(config: SessionConfig): SessionSettings {
  const { heartbeatSeconds = 30, messagesPerSecondMax } = config;
  assert(heartbeatSeconds >= 0, "a heartbeat interval is not negative");
  assert(
    messagesPerSecondMax === undefined || messagesPerSecondMax >= 1,
    "a throttle lets at least one message a second pass",
  );
  assert(
    !config.identity.beginString.startsWith("FIXT") || config.defaultApplVerId !== undefined,
    "a session of FIXT.1.1 has a DefaultApplVerID",
  );
  return {
    validate: (view) => view.fault,
    latencyMaxMs: 120_000,
    logonTimeoutMs: 10_000,
    logoutTimeoutMs: 2_000,
    waitingBytesMax: 16 << 20,
    ...config,
    heartbeatSeconds,
    timePrecision: dialectOf(config.identity.beginString).hasFractions
      ? (config.timePrecision ?? "milliseconds")
      : "seconds",
    resend: {
      maxAgeMs: 0,
      agingTypes: agingTypesDefault,
      chunk: 500,
      repeatsMax: 20,
      ...config.resend,
    },
    recovery: { ...recoveryDefault, ...config.recovery },
  };
}
