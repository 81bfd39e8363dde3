/**
 * Drives one session: gives its machine what happens, one thing after the other, and carries out what
 * the machine answers.
 *
 * The order of business of `session-contract.ts`: a unit of work is made durable, then its messages
 * are written, then its events are told, then the connection is closed where that was asked. The
 * next input need not wait for the disk: answers queue up in order and leave as their units, and all
 * units before them, become durable.
 */
import { assert } from "../../../core/assert.ts";
import { OutsideError } from "../../../core/trouble.ts";
import type { MessageView, OutboundMessage } from "../codec/message-view.ts";
import type {
  SessionEvent,
  SessionIdentity,
  SessionMachine,
  SessionOutput,
  SessionState,
} from "../session/session-contract.ts";
import type { SessionStore, UnitOfWork } from "../store/session-store.ts";
import { AnswerQueue, type Waiter } from "./answer-queue.ts";
import type { TransportClock } from "./transport-clock.ts";
import { WakeTimer } from "./wake-timer.ts";
import type { Wire, WireListener } from "./wire.ts";

export interface DriverBounds {
  /** Answers that wait for the disk; no message is taken while there are more. @defaultValue 4,096 */
  readonly answersMax?: number;
  /** Inputs of the application that wait while old messages are read. @defaultValue 10,000 */
  readonly inputsMax?: number;
  /** Unsent bytes from which on no message is taken. @defaultValue 1 MiB */
  readonly unsentHoldBytes?: number;
  /** Unsent bytes at which the connection is closed. @defaultValue 64 MiB */
  readonly unsentMaxBytes?: number;
  /** How long a counterparty may leave its messages unread. @defaultValue 30,000 */
  readonly stallMs?: number;
}

export interface DriverTerms {
  readonly machine: SessionMachine;
  readonly store: SessionStore;
  readonly clock: TransportClock;
  readonly onEvent?: ((event: SessionEvent, session: SessionIdentity) => void) | undefined;
  /** The store has failed: the session is dead, and its process had better be. */
  readonly onFailure?: ((error: OutsideError) => void) | undefined;
  readonly bounds?: DriverBounds | undefined;
}

export interface SessionDriver {
  readonly identity: SessionIdentity;
  readonly key: string;
  readonly state: SessionState;
  /** A connection is there, logged on or not. */
  readonly isConnected: boolean;
  /** There is no connection, and the last one has no work left. */
  readonly canAttach: boolean;
  /** MsgSeqNum expected and sent next. */
  readonly nextInbound: number;
  readonly nextOutbound: number;
  /** Joins a connection, where `canAttach` is true. What comes over it goes to the listener. */
  attach(wire: Wire): WireListener;
  /**
   * Sends in one unit of work with what the application wants remembered. Messages of a session that
   * is not logged on are stored, and go out when the counterparty asks for them.
   *
   * @returns when the unit is durable and its messages are written
   * @throws OutsideError where the store has failed, or too much waits already (`SESSION_BUSY`)
   */
  send(messages: readonly OutboundMessage[], attachments?: readonly Uint8Array[]): Promise<void>;
  /** Ends the session in good order. */
  logout(text?: string): void;
  /** Closes the connection at once. */
  disconnect(reason: string): void;
  /** When everything so far is durable and written. */
  settled(): Promise<void>;
  /** Ends the driver: the connection is closed, nothing is taken, no timer is left. */
  stop(): void;
}

export function createSessionDriver(terms: DriverTerms): SessionDriver {
  return new Driver(terms);
}

interface Input {
  readonly run: () => SessionOutput;
  readonly waiter?: Waiter;
}

const nothing: SessionOutput = {
  unit: undefined,
  sends: [],
  events: [],
  resend: undefined,
  disconnect: undefined,
};

class Driver implements SessionDriver {
  readonly #machine: SessionMachine;
  readonly #store: SessionStore;
  readonly #clock: TransportClock;
  readonly #terms: DriverTerms;
  readonly #bounds: Required<DriverBounds>;
  readonly #answers: AnswerQueue;
  /** What waits until the machine is free. */
  readonly #inputs: Input[] = [];
  #wire: Wire | undefined;
  /** The machine is at work, or waits for messages of the store. */
  #isBusy = false;
  /** The machine wants this connection closed; nothing more is taken from it. */
  #isEnding = false;
  #isHeld = false;
  readonly #timer: WakeTimer;
  #cancelStall: (() => void) | undefined;
  /** Goes on with sending messages again, when there is room for them. */
  #goOn: (() => void) | undefined;
  #failure: OutsideError | undefined;

  constructor(terms: DriverTerms) {
    this.#terms = terms;
    this.#machine = terms.machine;
    this.#store = terms.store;
    this.#clock = terms.clock;
    this.#bounds = {
      answersMax: 4096,
      inputsMax: 10_000,
      unsentHoldBytes: 1 << 20,
      unsentMaxBytes: 64 << 20,
      stallMs: 30_000,
      ...terms.bounds,
    };
    this.#answers = new AnswerQueue({
      onEvent: (event) => this.#tell(event),
      onDisconnect: (wire, reason) => this.#end(wire, reason),
      onReleased: () => this.#review(),
      onFailure: (error) => this.#fail(error),
    });
    this.#timer = new WakeTimer(
      terms.clock,
      () => this.#machine.wakeMs,
      () => this.#take({ run: () => this.#machine.tick(this.#clock.nowMs()) }),
    );
    this.#timer.arm();
  }

  get identity(): SessionIdentity {
    return this.#machine.identity;
  }

  get key(): string {
    return this.#machine.key;
  }

  get state(): SessionState {
    return this.#machine.state;
  }

  get nextInbound(): number {
    return this.#machine.nextInbound;
  }

  get nextOutbound(): number {
    return this.#machine.nextOutbound;
  }

  get isConnected(): boolean {
    return this.#wire !== undefined;
  }

  get canAttach(): boolean {
    return this.#wire === undefined && !this.#isBusy && this.#failure === undefined;
  }

  attach(wire: Wire): WireListener {
    assert(this.canAttach, "a session has one connection at a time");
    this.#wire = wire;
    this.#isEnding = false;
    this.#take({ run: () => this.#machine.connected(this.#clock.nowMs()) });
    // A wire that was left behind may still speak; nobody listens.
    const isCurrent = (): boolean => this.#wire === wire;
    return {
      onMessage: (view) => {
        if (isCurrent()) this.#receive(view);
      },
      onGarbled: (reason) => {
        if (isCurrent()) this.#receiveGarbled(reason);
      },
      onDrain: () => this.#review(),
      onClose: () => {
        if (isCurrent()) this.#detach();
      },
    };
  }

  send(messages: readonly OutboundMessage[], attachments: readonly Uint8Array[] = []) {
    return this.#takeAndWait(() => this.#machine.send(messages, attachments, this.#clock.nowMs()));
  }

  settled(): Promise<void> {
    return this.#takeAndWait(() => nothing);
  }

  logout(text?: string): void {
    this.#take({ run: () => this.#machine.logout(text, this.#clock.nowMs()) });
  }

  disconnect(reason: string): void {
    this.#wire?.destroy(reason);
  }

  stop(): void {
    this.#close(
      new OutsideError("SESSION_STOPPED", `${this.key} was stopped`, { canRetry: false }),
    );
  }

  #receive(view: MessageView): void {
    if (this.#isEnding) return;
    // A view cannot wait, and need not: the wire is held while the machine is busy.
    assert(!this.#isBusy, "messages come in while the session is free");
    this.#take({ run: () => this.#machine.receive(view, this.#clock.nowMs()) });
  }

  #receiveGarbled(reason: string): void {
    if (this.#isEnding) return;
    this.#take({ run: () => this.#machine.receiveGarbled(reason, this.#clock.nowMs()) });
  }

  /** The machine has asked for it, and everything before is on its way. */
  #end(wire: Wire, reason: string): void {
    wire.end(reason);
    if (this.#wire === wire) this.#detach();
  }

  #detach(): void {
    this.#wire = undefined;
    this.#isHeld = false;
    this.#watchStall(0);
    this.#take({ run: () => this.#machine.disconnected(this.#clock.nowMs()) });
    this.#review();
  }

  #takeAndWait(run: () => SessionOutput): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    if (this.#inputs.length >= this.#bounds.inputsMax) {
      const text = `${this.key} has ${this.#inputs.length} inputs waiting, and takes no more`;
      return Promise.reject(busyError(text));
    }
    return new Promise((resolve, reject) => this.#take({ run, waiter: { resolve, reject } }));
  }

  /** Does an input now, or when those before it are done. */
  #take(input: Input): void {
    if (this.#failure !== undefined) return;
    this.#inputs.push(input);
    if (!this.#isBusy) this.#work();
  }

  #work(): void {
    this.#isBusy = true;
    while (this.#inputs.length > 0 && this.#failure === undefined) {
      const { run, waiter } = this.#inputs.shift()!;
      const output = run();
      this.#carryOut(output, waiter);
      if (output.resend !== undefined) {
        void this.#replay(output.resend);
        this.#review();
        return;
      }
    }
    this.#isBusy = false;
    if (this.#failure === undefined) this.#timer.arm();
    this.#review();
  }

  #carryOut(output: SessionOutput, waiter?: Waiter): void {
    const { unit, sends, events, disconnect, refusal } = output;
    if (this.#failure !== undefined || refusal !== undefined) {
      waiter?.reject(this.#failure ?? busyError(`${this.key}: ${refusal}`));
      return;
    }
    if (disconnect !== undefined) this.#isEnding = true;
    const answer = { wire: this.#wire, sends, events, disconnect, waiter };
    this.#answers.add(answer, unit === undefined ? undefined : this.#commit(unit));
  }

  #commit(unit: UnitOfWork): Promise<void> | undefined {
    try {
      return this.#store.commit(unit);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Reads what is to be sent again, and lets other inputs wait until all of it is on its way. */
  async #replay(first: NonNullable<SessionOutput["resend"]>): Promise<void> {
    const wire = this.#wire;
    let range: SessionOutput["resend"] = first;
    while (range !== undefined) {
      const messages = await this.#readOutbound(range);
      if (messages === undefined || wire === undefined || this.#wire !== wire) break;
      const output = this.#machine.replay(messages, this.#clock.nowMs());
      this.#carryOut(output);
      range = output.resend;
      if (range !== undefined) await this.#untilRoom();
    }
    this.#work();
  }

  async #readOutbound({ from, to }: NonNullable<SessionOutput["resend"]>) {
    try {
      const messages = await this.#store.readOutbound(this.key, from, to);
      return this.#failure === undefined ? messages : undefined;
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** Resolves when the counterparty and the disk have taken most of what was sent. */
  async #untilRoom(): Promise<void> {
    while (this.#isCrowded() && this.#wire !== undefined && this.#failure === undefined) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#goOn = resolve;
      await promise;
    }
  }

  #isCrowded(): boolean {
    // Once held, a wire stays held until half of the crowd has gone.
    const share = this.#isHeld ? 0.5 : 1;
    return (
      this.#answers.length >= this.#bounds.answersMax * share ||
      (this.#wire?.unsentBytes ?? 0) >= this.#bounds.unsentHoldBytes * share
    );
  }

  /** Looks whether the wire may deliver, and whether its other side still reads. */
  #review(): void {
    const isCrowded = this.#isCrowded();
    if (!isCrowded || this.#wire === undefined) {
      this.#goOn?.();
      this.#goOn = undefined;
    }
    const wire = this.#wire;
    if (wire === undefined) return;
    this.#watchStall(wire.unsentBytes);
    const shouldHold = this.#isBusy || this.#isEnding || isCrowded || this.#machine.isFull;
    if (shouldHold === this.#isHeld) return;
    this.#isHeld = shouldHold;
    if (shouldHold) wire.hold();
    else wire.release();
  }

  #watchStall(unsentBytes: number): void {
    const { unsentHoldBytes, unsentMaxBytes, stallMs } = this.#bounds;
    if (unsentBytes > unsentMaxBytes) this.#dropSlowReader(unsentBytes);
    if (unsentBytes < unsentHoldBytes) {
      this.#cancelStall?.();
      this.#cancelStall = undefined;
    } else {
      this.#cancelStall ??= this.#clock.setTimer(stallMs, () => {
        this.#cancelStall = undefined;
        this.#dropSlowReader(unsentBytes);
      });
    }
  }

  #dropSlowReader(unsentBytes: number): void {
    const text = `slow reader: ${unsentBytes} bytes or more are unread`;
    this.#wire?.destroy(text);
    this.#tell({ kind: "trouble", text });
  }

  #tell(event: SessionEvent): void {
    this.#terms.onEvent?.(event, this.identity);
  }

  #fail(cause: unknown): void {
    if (this.#failure !== undefined) return;
    const error =
      cause instanceof OutsideError
        ? cause
        : new OutsideError("STORE_FAILED", String(cause), { canRetry: false, cause });
    this.#close(error);
    this.#tell({ kind: "trouble", text: error.message });
    this.#terms.onFailure?.(error);
  }

  /** It is over: what is stored is right, what is in memory may be ahead of it. */
  #close(error: OutsideError): void {
    this.#failure ??= error;
    this.#timer.cancel();
    this.#cancelStall?.();
    for (const { waiter } of this.#inputs.splice(0)) waiter?.reject(error);
    this.#answers.fail(error);
    this.#wire?.destroy(error.message);
    this.#wire = undefined;
    this.#review();
  }
}

/** Nothing is lost, and nothing was done: the application tries again later. */
function busyError(text: string): OutsideError {
  return new OutsideError("SESSION_BUSY", text, { canRetry: true });
}
