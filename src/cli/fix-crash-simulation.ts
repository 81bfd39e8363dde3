/**
 * Crashes in a simulated world: two engines, a wire that is cut, disks that forget everything they
 * have not acknowledged. One seed is one history, and the same one each time.
 */
import type { RandomSource } from "../core/random/random-source.ts";
import { createXoshiro128 } from "../core/random/xoshiro128.ts";
import {
  createForgetfulDisk,
  type ForgetfulDisk,
} from "../protocol/fix/store/forgetful-store-fixture.ts";
import type { SessionStore } from "../protocol/fix/store/session-store.ts";
import { keyOfSession, openSession } from "../protocol/fix/transport/open-session.ts";
import type { SessionDriver } from "../protocol/fix/transport/session-driver.ts";
import {
  compareDirection,
  createLedgerApplication,
  createOrder,
  createReport,
  type DirectionOutcome,
  faultsOf,
  noteOf,
  readRecord,
} from "./fix-crash-ledger.ts";
import { createSimulatedClock, type SimulatedClock } from "./simulated-clock.ts";
import { connectWires, type SimulatedWire } from "./simulated-wire.ts";

export interface SimulationTerms {
  readonly seed: number;
  /** Simulated time under load and crashes. @defaultValue 2,000 */
  readonly durationMs?: number;
  /** Crashes of either side in that time, on average. @defaultValue 6 */
  readonly crashes?: number;
  /**
   * Disks say that a unit is safe when it is not yet: messages then get lost and doubled, and it must
   * be noticed, or this harness proves nothing.
   */
  readonly acknowledgesEarly?: boolean;
}

export interface SimulationOutcome {
  readonly seed: number;
  readonly crashes: number;
  readonly cuts: number;
  readonly orders: DirectionOutcome;
  readonly reports: DirectionOutcome;
  readonly faults: readonly string[];
}

/** Recovery may take long where requests are repeated, but not for ever. */
const recoveryMaxMs = 600_000;

export async function simulateCrashes(terms: SimulationTerms): Promise<SimulationOutcome> {
  const { seed, durationMs = 2000, crashes = 6, acknowledgesEarly = false } = terms;
  const random = createXoshiro128(seed);
  const clock = createSimulatedClock();
  const resendsAll = random.uniform() < 0.5;
  const sideTerms = { clock, random, resendsAll, acknowledgesEarly };
  const client = new SimulatedSide("initiator", sideTerms);
  const venue = new SimulatedSide("acceptor", sideTerms);
  const world = new World(clock, random, [client, venue]);
  await world.start();
  for (let count = 0; count < 2 * crashes; count++) {
    const atMs = random.uniform() * durationMs;
    // As many cables are pulled as processes die.
    if (count % 2 === 0) clock.setTimer(atMs, () => world.crash(random.uniform() < 0.5 ? 0 : 1));
    else clock.setTimer(atMs, () => world.cut());
  }
  await clock.advance(durationMs, () => false);
  world.isLoaded = false;
  const isSettled = (): boolean => world.isSettled;
  await clock.advance(recoveryMaxMs, isSettled);
  return world.judge(seed);
}

interface SideTerms {
  readonly clock: SimulatedClock;
  readonly random: RandomSource;
  readonly resendsAll: boolean;
  readonly acknowledgesEarly: boolean;
}

/** A process with its disk. */
class SimulatedSide {
  readonly role: "initiator" | "acceptor";
  readonly disk: ForgetfulDisk;
  readonly #terms: SideTerms;
  driver: SessionDriver | undefined;
  wire: SimulatedWire | undefined;
  #sentCount = 0;

  constructor(role: "initiator" | "acceptor", terms: SideTerms) {
    const { clock, random } = terms;
    this.role = role;
    this.#terms = terms;
    this.disk = createForgetfulDisk(
      (delayMs, work) => void clock.setTimer(delayMs, work),
      () => 0.5 + random.uniform() ** 4 * 40,
    );
  }

  get identity() {
    const names = ["CLIENT", "VENUE"] as const;
    const [senderCompId, targetCompId] = this.role === "initiator" ? names : names.toReversed();
    return { beginString: "FIX.4.4", senderCompId: senderCompId!, targetCompId: targetCompId! };
  }

  async start(): Promise<void> {
    const { clock, resendsAll, acknowledgesEarly } = this.#terms;
    const store = acknowledgesEarly ? hasten(this.disk.mount()) : this.disk.mount();
    const key = keyOfSession(this.identity);
    await store.open(key, clock.nowMs());
    // Goes on behind the last message that it remembers having sent.
    this.#sentCount = (await readRecord(store, key)).notedSent.length;
    const resend = resendsAll ? { maxAgeMs: Number.POSITIVE_INFINITY } : { maxAgeMs: 0 };
    this.driver = await openSession({
      config: { role: this.role, identity: this.identity, heartbeatSeconds: 5, resend },
      application: createLedgerApplication(),
      store,
      clock,
    });
  }

  /** As a power cut does it: no word to anyone. */
  die(): void {
    this.disk.crash();
    this.wire?.abandon();
    this.wire = undefined;
    this.driver?.stop();
    this.driver = undefined;
  }

  send(): void {
    const { clock } = this.#terms;
    const id = `${this.role === "initiator" ? "c" : "v"}${this.#sentCount++}`;
    const create = this.role === "initiator" ? createOrder : createReport;
    // A crash leaves its promise without an end, or rejects it.
    void this.driver?.send([create(id, clock.nowMs())], [noteOf("sent", id)]).catch(() => {});
  }
}

class World {
  isLoaded = true;
  #crashes = 0;
  #cuts = 0;
  readonly #clock: SimulatedClock;
  readonly #random: RandomSource;
  readonly #client: SimulatedSide;
  readonly #venue: SimulatedSide;

  constructor(
    clock: SimulatedClock,
    random: RandomSource,
    [client, venue]: readonly [SimulatedSide, SimulatedSide],
  ) {
    this.#clock = clock;
    this.#random = random;
    this.#client = client;
    this.#venue = venue;
  }

  async start(): Promise<void> {
    await this.#client.start();
    await this.#venue.start();
    this.#loadLater(this.#client);
    this.#loadLater(this.#venue);
    this.#connectLater();
  }

  /** Both sides are logged on and have from each other all that was sent. */
  get isSettled(): boolean {
    const [client, venue] = [this.#client.driver, this.#venue.driver];
    return (
      client?.state === "active" &&
      venue?.state === "active" &&
      client.nextInbound === venue.nextOutbound &&
      venue.nextInbound === client.nextOutbound
    );
  }

  crash(which: 0 | 1): void {
    const side = which === 0 ? this.#client : this.#venue;
    if (side.driver === undefined) return;
    this.#crashes++;
    side.die();
    this.#clock.setTimer(5 + this.#random.uniform() * 100, () => void side.start());
  }

  cut(): void {
    if (this.#client.wire === undefined) return;
    this.#cuts++;
    this.#client.wire.destroy("the cable was pulled");
  }

  async judge(seed: number): Promise<SimulationOutcome> {
    const settled = this.isSettled;
    // The last answers may still be on their way to the disks.
    await this.#clock.advance(1000, () => false);
    const sides = [this.#client, this.#venue].map(async (side) => {
      side.die();
      return readRecord(side.disk.mount(), keyOfSession(side.identity));
    });
    const [client, venue] = await Promise.all(sides);
    const orders = compareDirection(client!, venue!);
    const reports = compareDirection(venue!, client!);
    const faults = [...faultsOf("orders", orders), ...faultsOf("reports", reports)];
    if (!settled) faults.push("the sides did not come to agree");
    return { seed, crashes: this.#crashes, cuts: this.#cuts, orders, reports, faults };
  }

  #loadLater(side: SimulatedSide): void {
    this.#clock.setTimer(1 + this.#random.uniform() * 8, () => {
      if (this.isLoaded) side.send();
      this.#loadLater(side);
    });
  }

  /** The initiator's calling, again and again. */
  #connectLater(): void {
    this.#clock.setTimer(10 + this.#random.uniform() * 40, () => {
      this.#connect();
      this.#connectLater();
    });
  }

  #connect(): void {
    const { driver: client } = this.#client;
    const { driver: venue } = this.#venue;
    if (client?.canAttach !== true || venue?.canAttach !== true) return;
    const [clientWire, venueWire] = connectWires(this.#clock, this.#random);
    this.#client.wire = clientWire;
    this.#venue.wire = venueWire;
    venueWire.listener = venue.attach(venueWire);
    clientWire.listener = client.attach(clientWire);
  }
}

/** A store that lies about its disk. */
function hasten(store: SessionStore): SessionStore {
  return {
    open: (session, nowMs) => store.open(session, nowMs),
    commit(unit) {
      void store.commit(unit);
      return undefined;
    },
    readOutbound: (session, from, to) => store.readOutbound(session, from, to),
    readInbound: (session, limit) => store.readInbound(session, limit),
    readAttachments: (afterId, limit) => store.readAttachments(afterId, limit),
    close: () => store.close(),
  };
}
