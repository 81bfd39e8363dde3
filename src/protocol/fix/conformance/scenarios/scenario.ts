/**
 * Session scenarios of our own, written from the FIX session test cases (FIX 4.4 vol. 2, "FIX
 * Session-level Test Cases and Expected Behaviors").
 *
 * A scenario plays the counterparty of an engine. Fields and messages go by their names in the
 * dictionary; the header, BodyLength, CheckSum and MsgSeqNum are filled in unless they are given.
 */

/** The versions that the suite covers; FIX 5.0 SP2 travels in FIXT.1.1. */
export const scenarioVersions = ["FIX.4.4", "FIX.5.0SP2"] as const;

export type ScenarioVersion = (typeof scenarioVersions)[number];

/** What the engine under test is, beside its identity. All false or absent in an acceptor's default. */
export interface ScenarioSettings {
  /** Numbers go on over connections; otherwise every Logon begins at 1 (ResetOnLogon). */
  readonly keepsNumbers?: true;
  /** Numbers the engine begins with. */
  readonly nextInbound?: number;
  readonly nextOutbound?: number;
  /** Initiator: asks for a reset with ResetSeqNumFlag (141). */
  readonly sendsReset?: true;
  /** Uses NextExpectedMsgSeqNum (789). */
  readonly usesNextExpected?: true;
  /** Initiator: HeartBtInt (108); 30 without it. */
  readonly heartbeatSeconds?: number;
  /** Initiator: Username (553) and Password (554). */
  readonly username?: string;
  readonly password?: string;
  /** Acceptor: the Password that a Logon must have. */
  readonly wantsPassword?: string;
  /** At most so many messages are asked for at once. */
  readonly resendChunk?: number;
  /**
   * `echo` sends orders back and lets everything be sent again. `quiet` takes everything, answers
   * nothing, and leaves it to the engine what is sent again. `echo` without it.
   */
  readonly application?: "echo" | "quiet";
}

/** Seconds from now, as a UTCTimestamp. */
export interface FromNow {
  readonly secondsFromNow: number;
}

/** null leaves a field out; an array holds the entries of a group under the name of NumInGroup. */
export type SentValue = string | number | null | FromNow | readonly SentFields[];
export type SentFields = { readonly [name: string]: SentValue };

/** null: there is no such field; a pattern: it matches. */
export type ExpectedFields = { readonly [name: string]: string | number | null | RegExp };

export type Step =
  | { readonly kind: "connect" }
  /** The counterparty closes the connection. */
  | { readonly kind: "drop" }
  /** The engine's process ends, and begins again from its store. */
  | { readonly kind: "restart" }
  | {
      readonly kind: "send";
      readonly type: string;
      readonly fields: SentFields;
      /** Fields of the header stand where they are given, not in front. */
      readonly isInGivenOrder: boolean;
      /** Spoils the finished message; its number then stays unused. */
      readonly spoil: ((text: string) => string) | undefined;
    }
  | {
      readonly kind: "expect";
      readonly type: string;
      readonly fields: ExpectedFields;
      /** It may be left out. */
      readonly isOptional: boolean;
      readonly withinSeconds: number;
    }
  | { readonly kind: "expectDisconnect"; readonly withinSeconds: number }
  | { readonly kind: "expectSilence"; readonly seconds: number }
  | { readonly kind: "wait"; readonly seconds: number }
  /** The engine's own application sends, or logs out. */
  | { readonly kind: "submit"; readonly type: string; readonly fields: SentFields }
  | { readonly kind: "askLogout"; readonly text: string | undefined };

export interface Scenario {
  /** Test case of the standard: B is the initiator's list, S the acceptor's; `10` is both. */
  readonly testCase: string;
  readonly name: string;
  /** What the engine under test is. */
  readonly side: "acceptor" | "initiator";
  readonly settings: ScenarioSettings;
  /** All versions where absent. */
  readonly versions: readonly ScenarioVersion[];
  readonly steps: readonly Step[];
}

interface ScenarioHead {
  readonly testCase: string;
  readonly name: string;
  readonly settings?: ScenarioSettings;
  readonly versions?: readonly ScenarioVersion[];
}

/** A scenario in which the engine is the acceptor. */
export function acceptor(
  head: ScenarioHead,
  ...steps: readonly (Step | readonly Step[])[]
): Scenario {
  return createScenario("acceptor", head, steps);
}

/** A scenario in which the engine is the initiator. */
export function initiator(
  head: ScenarioHead,
  ...steps: readonly (Step | readonly Step[])[]
): Scenario {
  return createScenario("initiator", head, steps);
}

/** The same for an acceptor and for an initiator, once they are logged on. */
export function both(
  head: ScenarioHead,
  ...steps: readonly (Step | readonly Step[])[]
): readonly Scenario[] {
  return [acceptor(head, loggedOn(), ...steps), initiator(head, acceptedLogon(), ...steps)];
}

function createScenario(
  side: Scenario["side"],
  { testCase, name, settings = {}, versions = scenarioVersions }: ScenarioHead,
  steps: readonly (Step | readonly Step[])[],
): Scenario {
  return { testCase, name, side, settings, versions, steps: steps.flat() };
}

/** Whether a scenario needs nothing but a connection to an acceptor as `--acceptance` sets it up. */
export function playsOverSockets({ side, settings, steps }: Scenario): boolean {
  const inner: ReadonlySet<Step["kind"]> = new Set(["restart", "submit", "askLogout"]);
  return (
    side === "acceptor" &&
    Object.keys(settings).length === 0 &&
    steps.every(({ kind }) => !inner.has(kind))
  );
}

export const connect: Step = { kind: "connect" };
export const drop: Step = { kind: "drop" };
export const restart: Step = { kind: "restart" };

export function send(type: string, fields: SentFields = {}): Step {
  return { kind: "send", type, fields, isInGivenOrder: false, spoil: undefined };
}

export function sendInOrder(type: string, fields: SentFields): Step {
  return { kind: "send", type, fields, isInGivenOrder: true, spoil: undefined };
}

export function sendSpoiled(
  type: string,
  fields: SentFields,
  spoil: (text: string) => string,
): Step {
  return { kind: "send", type, fields, isInGivenOrder: false, spoil };
}

export function expect(type: string, fields: ExpectedFields = {}, withinSeconds = 5): Step {
  return { kind: "expect", type, fields, isOptional: false, withinSeconds };
}

/** The standard leaves it to the engine whether this comes. */
export function maybe(type: string, fields: ExpectedFields = {}, withinSeconds = 1): Step {
  return { kind: "expect", type, fields, isOptional: true, withinSeconds };
}

export function expectDisconnect(withinSeconds = 10): Step {
  return { kind: "expectDisconnect", withinSeconds };
}

export function expectSilence(seconds: number): Step {
  return { kind: "expectSilence", seconds };
}

/** Time passes; what comes meanwhile waits to be expected. */
export function wait(seconds: number): Step {
  return { kind: "wait", seconds };
}

export function submit(type: string, fields: SentFields): Step {
  return { kind: "submit", type, fields };
}

export function askLogout(text?: string): Step {
  return { kind: "askLogout", text };
}

export function fromNow(secondsFromNow: number): FromNow {
  return { secondsFromNow };
}

/** Any value that is not empty. */
export const present = /./;

/** The engine is an acceptor: connects and logs on. */
export function loggedOn(fields: SentFields = {}): readonly Step[] {
  return [connect, send("Logon", fields), expect("Logon")];
}

/** The engine is an initiator: it connects, and its Logon is answered. */
export function acceptedLogon(fields: SentFields = {}): readonly Step[] {
  return [connect, expect("Logon"), send("Logon", fields)];
}

/** Ends in good order, with proof that the numbers of both sides are as they should be. */
export function loggedOut(): readonly Step[] {
  return [send("Logout"), expect("Logout"), expectDisconnect()];
}

/** A TestRequest is answered: the session lives, and its numbers are in order. */
export function alive(id: string): readonly Step[] {
  return [send("TestRequest", { TestReqID: id }), expect("Heartbeat", { TestReqID: id })];
}

/** Fields of a good NewOrderSingle in both versions. */
export function order(id: string, more: SentFields = {}): SentFields {
  return {
    ClOrdID: id,
    Symbol: "ACME",
    Side: "1",
    TransactTime: fromNow(0),
    OrderQty: 300,
    OrdType: "2",
    Price: "12.75",
    ...more,
  };
}

/** An order is sent, and comes back from the application behind the engine. */
export function echoedOrder(id: string, more: SentFields = {}): readonly Step[] {
  return [send("NewOrderSingle", order(id, more)), expect("NewOrderSingle", { ClOrdID: id })];
}
