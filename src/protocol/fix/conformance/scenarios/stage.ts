/** Where a scenario is played: an engine and a wire to it, in memory or over sockets. */
import type { OutboundMessage } from "../../codec/message-view.ts";
import type { Received } from "../test-connection.ts";

/** Every step may take its time over sockets; in memory the time is simulated. */
export interface Stage {
  /** Milliseconds since 1970. */
  nowMs(): number;
  connect(): void | Promise<void>;
  send(text: string): void;
  /** What the engine does next, or `silence` when that takes longer. */
  receive(timeoutMs: number): Received | Promise<Received>;
  /** Time passes; what comes meanwhile is kept. */
  wait(ms: number): void | Promise<void>;
  /** The counterparty closes the connection. */
  drop(): void | Promise<void>;
  /** What only an engine in our hands can be told. */
  readonly engine: EngineControl | undefined;
  close(): void | Promise<void>;
}

export interface EngineControl {
  submit(message: OutboundMessage): void;
  askLogout(text: string | undefined): void;
  restart(): void;
}
