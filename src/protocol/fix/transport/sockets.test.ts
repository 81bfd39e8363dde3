import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, test } from "node:test";
import { createXoshiro128 } from "../../../core/random/xoshiro128.ts";
import { OutsideError } from "../../../core/trouble.ts";
import { messageOf, readable } from "../codec/message-fixture.ts";
import type { OutboundMessage } from "../codec/message-view.ts";
import { formatTimestamp } from "../codec/timestamp.ts";
import type { SessionConfig } from "../session/session-config.ts";
import type { FixApplication } from "../session/session-contract.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import {
  type AcceptorEvent,
  type AcceptorOptions,
  type AcceptorSession,
  openAcceptor,
} from "./acceptor.ts";
import { createCertificate } from "./certificate-fixture.ts";
import {
  computeBackOffMs,
  type InitiatorEvent,
  type InitiatorOptions,
  startInitiator,
} from "./initiator.ts";
import { openSession } from "./open-session.ts";
import { createTransportClock } from "./transport-clock.ts";

// Tests of sockets need real time; it begins where the tests say.
const startedNs = process.hrtime.bigint();
const nowMs = () => 1_700_000_000_000 + Number(process.hrtime.bigint() - startedNs) / 1e6;
const clock = createTransportClock(() => Math.floor(nowMs()));

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !isSo(); waited += 5) {
    ok(waited < 5000, `waited for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const order: OutboundMessage = { msgType: "D", fields: [[11, "order-1"]] };

/** Answers every order with a report, and remembers what came. */
function createEcho(): FixApplication & { readonly received: string[] } {
  const received: string[] = [];
  return {
    received,
    onMessage(view) {
      received.push(`${view.msgType} ${view.text(11)}`);
      const fields = [[11, view.text(11) ?? ""]] as const;
      return view.msgType === "D" ? { replies: [{ msgType: "8", fields }] } : {};
    },
  };
}

interface End {
  readonly comp?: string;
  readonly config?: Partial<SessionConfig>;
}

async function openEnd(role: "acceptor" | "initiator", { comp = "CLIENT", config = {} }: End = {}) {
  const [senderCompId, targetCompId] = role === "acceptor" ? ["VENUE", comp] : [comp, "VENUE"];
  const application = createEcho();
  const events: string[] = [];
  const driver = await openSession({
    config: {
      role,
      identity: { beginString: "FIX.4.4", senderCompId, targetCompId },
      ...config,
    },
    application,
    store: createMemoryStore(),
    clock,
    onEvent: (event) => void events.push(event.kind),
  });
  cleanUps.push(() => driver.stop());
  return { driver, application, events };
}

async function openListener(options: Partial<AcceptorOptions> & Pick<AcceptorOptions, "sessions">) {
  const events: AcceptorEvent[] = [];
  const acceptor = await openAcceptor({
    clock,
    onEvent: (event) => events.push(event),
    ...options,
  });
  cleanUps.push(() => acceptor.close());
  const refusals = () =>
    events.flatMap((event) => (event.kind === "refused" ? [event.reason] : []));
  return { acceptor, events, refusals };
}

function startCalling(
  options: Pick<InitiatorOptions, "driver" | "hosts"> & Partial<InitiatorOptions>,
) {
  const events: InitiatorEvent[] = [];
  const initiator = startInitiator({
    clock,
    random: createXoshiro128(7),
    backOff: { firstMs: 10, longestMs: 50 },
    onEvent: (event) => events.push(event),
    ...options,
  });
  cleanUps.push(() => initiator.stop());
  const reasons = () => events.flatMap((event) => (event.kind === "closed" ? [event.reason] : []));
  return { initiator, events, reasons };
}

/** A socket without an engine behind it. */
async function openRaw(port: number): Promise<Socket & { readonly text: () => string }> {
  const socket = connect({ host: "127.0.0.1", port });
  let text = "";
  socket.on("data", (chunk) => {
    text += readable(chunk);
  });
  socket.on("error", () => {});
  cleanUps.push(() => socket.destroy());
  await once(socket, "connect");
  return Object.assign(socket, { text: () => text });
}

async function gone(socket: Socket): Promise<void> {
  if (!socket.closed) await once(socket, "close");
}

function logonOf(comp: string, target = "VENUE"): Buffer {
  const stamp = formatTimestamp(clock.nowMs(), "milliseconds");
  return messageOf("FIX.4.4", `35=A|34=1|49=${comp}|52=${stamp}|56=${target}|98=0|108=30|`);
}

describe("sessions over sockets", () => {
  test("an order goes there and its report comes back, on several sessions of one port", async () => {
    const venues = [
      await openEnd("acceptor", { comp: "A" }),
      await openEnd("acceptor", { comp: "B" }),
    ];
    const { acceptor } = await openListener({ sessions: venues });
    for (const [index, comp] of ["A", "B"].entries()) {
      const client = await openEnd("initiator", { comp });
      startCalling({ driver: client.driver, hosts: [acceptor] });
      await until(() => client.driver.state === "active", "the logon");
      await client.driver.send([order]);
      await until(() => client.application.received.length > 0, "the report");
      deepEqual(client.application.received, ["8 order-1"]);
      deepEqual(venues[index]!.application.received, ["D order-1"]);
    }
  });

  test("a lost connection is opened again, and nothing is lost or doubled", async () => {
    const venue = await openEnd("acceptor");
    const { acceptor } = await openListener({ sessions: [venue] });
    const client = await openEnd("initiator", {
      config: { resend: { maxAgeMs: Number.POSITIVE_INFINITY } },
    });
    startCalling({ driver: client.driver, hosts: [acceptor] });
    for (let number = 1; number <= 300; number++) {
      if (number % 60 === 0) venue.driver.disconnect("the test pulls the cable");
      await client.driver.send([{ msgType: "D", fields: [[11, `order-${number}`]] }]);
    }
    const expected = Array.from({ length: 300 }, (_, index) => `order-${index + 1}`);
    await until(() => client.application.received.length >= 300, "300 reports");
    deepEqual(
      venue.application.received,
      expected.map((name) => `D ${name}`),
    );
    deepEqual(
      client.application.received,
      expected.map((name) => `8 ${name}`),
    );
    equal(venue.driver.nextInbound, client.driver.nextOutbound);
    equal(venue.driver.nextOutbound, client.driver.nextInbound);
  });

  test("hosts are tried in turn, and one that refuses is not the end", async () => {
    const venue = await openEnd("acceptor");
    const { acceptor } = await openListener({ sessions: [venue] });
    const closed = await openListener({ sessions: [] });
    const nobody = { host: "127.0.0.1", port: closed.acceptor.port };
    await closed.acceptor.close();
    const client = await openEnd("initiator");
    const { reasons } = startCalling({ driver: client.driver, hosts: [nobody, acceptor] });
    await until(() => client.driver.state === "active", "the logon at the second host");
    match(reasons()[0]!, /ECONNREFUSED/);
  });

  test("waits grow by their factor up to the longest, less what chance takes", () => {
    const random = { uint32: () => 0, uniform: () => 0.5 };
    const backOff = { firstMs: 100, longestMs: 1000, factor: 3, jitter: 0.2 };
    const waits = [1, 2, 3, 4].map((failures) => computeBackOffMs(failures, random, backOff));
    deepEqual(waits, [90, 270, 810, 900]);
  });

  test("a stopped initiator calls no more", async () => {
    const client = await openEnd("initiator");
    const { initiator, events } = startCalling({
      driver: client.driver,
      hosts: [{ host: "127.0.0.1", port: 1 }],
    });
    await until(() => events.some(({ kind }) => kind === "waiting"), "the first failure");
    initiator.stop();
    const count = events.length;
    await new Promise((resolve) => setTimeout(resolve, 80));
    equal(events.length, count);
  });

  test("a port that is taken is an error with its number", async () => {
    const { acceptor } = await openListener({ sessions: [] });
    await rejects(openAcceptor({ clock, sessions: [], port: acceptor.port }), (error: unknown) => {
      ok(error instanceof OutsideError);
      equal(error.code, "PORT_NOT_OPENED");
      ok(error.message.includes(String(acceptor.port)));
      return true;
    });
  });
});

describe("an acceptor and those it does not want", () => {
  async function openVenue(options: Partial<AcceptorOptions> = {}) {
    const venue = await openEnd("acceptor");
    return { venue, ...(await openListener({ sessions: [venue], ...options })) };
  }

  test("an unknown CompID is refused without an answer", async () => {
    const { acceptor, refusals } = await openVenue();
    const socket = await openRaw(acceptor.port);
    socket.write(logonOf("STRANGER"));
    await gone(socket);
    equal(socket.text(), "");
    match(refusals()[0]!, /"STRANGER" to "VENUE": no such session/);
  });

  test("a second connection of a session is refused, and the first goes on", async () => {
    const { acceptor, refusals, venue } = await openVenue();
    const first = await openRaw(acceptor.port);
    first.write(logonOf("CLIENT"));
    await until(() => first.text().includes("35=A"), "the answer");
    const second = await openRaw(acceptor.port);
    second.write(logonOf("CLIENT"));
    await gone(second);
    equal(second.text(), "");
    match(refusals()[0]!, /has a connection already/);
    equal(venue.driver.state, "active");
    ok(!first.destroyed);
  });

  test("a session can come back at once after its last connection", async () => {
    const { acceptor, venue } = await openVenue();
    for (let round = 0; round < 20; round++) {
      const socket = await openRaw(acceptor.port);
      socket.write(logonOf("CLIENT"));
      await until(() => socket.text().includes("35="), "an answer");
      socket.end();
      await gone(socket);
    }
    ok(venue.events.filter((kind) => kind === "state").length >= 40);
  });

  test("who does not log on in time is shown out", async () => {
    const { acceptor, refusals } = await openVenue({ logonTimeoutMs: 50 });
    const socket = await openRaw(acceptor.port);
    socket.write("8=FIX.4.4\x019=10");
    await gone(socket);
    deepEqual(refusals(), ["no Logon within 50 ms"]);
  });

  test("bytes that are no message end the connection before the Logon", async () => {
    const { acceptor, refusals } = await openVenue();
    const socket = await openRaw(acceptor.port);
    socket.write("GET / HTTP/1.1\r\n\r\n");
    await gone(socket);
    match(refusals()[0]!, /^no Logon: /);
  });

  test("a message that announces too many bytes ends the connection", async () => {
    const { acceptor, events } = await openVenue({ bounds: { messageBytesMax: 1000 } });
    const socket = await openRaw(acceptor.port);
    socket.write("8=FIX.4.4\x019=99999\x0135=A\x01");
    await gone(socket);
    await until(() => events.some(({ kind }) => kind === "closed"), "the log");
    const closed = events.find(({ kind }) => kind === "closed");
    ok(closed?.kind === "closed");
    match(closed.reason, /too large/);
  });

  test("connections that wait for their Logon are bounded in number", async () => {
    const { acceptor, refusals } = await openVenue({ limits: { pendingMax: 3 } });
    const sockets = [];
    for (let count = 0; count < 5; count++) sockets.push(await openRaw(acceptor.port));
    await until(() => refusals().length === 2, "two refusals");
    match(refusals()[0]!, /3 connections wait for their Logon already/);
    sockets[0]!.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const welcome = await openRaw(acceptor.port);
    welcome.write(logonOf("CLIENT"));
    await until(() => welcome.text().includes("35=A"), "the answer");
  });

  test("a flood of connections of one address is cut off", async () => {
    const { acceptor, refusals } = await openVenue({
      limits: { perAddressMax: 10, windowMs: 60_000 },
    });
    for (let count = 0; count < 15; count++) {
      const socket = await openRaw(acceptor.port);
      socket.write(logonOf("STRANGER"));
      await gone(socket);
    }
    const cutOff = refusals().filter((reason) => reason.includes("of one address"));
    equal(cutOff.length, 5);
  });

  test("a reader that reads nothing is held, then closed, and memory stays bounded", async () => {
    const venue = await openEnd("acceptor");
    const { acceptor, events } = await openListener({ sessions: [venue] });
    const socket = await openRaw(acceptor.port);
    socket.write(logonOf("CLIENT"));
    await until(() => venue.driver.state === "active", "the logon");
    socket.pause();
    const big: OutboundMessage = { msgType: "B", fields: [[148, "x".repeat(100_000)]] };
    for (let count = 0; count < 2000 && venue.driver.isConnected; count++) {
      await venue.driver.send([big]);
    }
    await until(() => events.some(({ kind }) => kind === "closed"), "the end");
    const closed = events.find(({ kind }) => kind === "closed");
    ok(closed?.kind === "closed");
    match(closed.reason, /^slow reader: /);
  });
});

describe("TLS", () => {
  const authority = createCertificate({ name: "authority", isAuthority: true });
  const server = createCertificate({ name: "localhost", issuer: authority });
  const client = createCertificate({ name: "CLIENT", issuer: authority });
  const other = createCertificate({ name: "OTHER", issuer: authority });
  const selfMade = createCertificate({ name: "CLIENT" });
  const expired = createCertificate({
    name: "CLIENT",
    issuer: authority,
    validTo: new Date("2021-01-01"),
  });
  const fingerprintOf = (cert: string): string => new X509Certificate(cert).fingerprint256;

  async function openSecure(pin: AcceptorSession["pin"], ca: string | undefined) {
    const venue = await openEnd("acceptor");
    const session = pin === undefined ? venue : { ...venue, pin };
    const listener = await openListener({
      sessions: [session],
      tls: { key: server.key, cert: server.cert, ...(ca === undefined ? {} : { ca }) },
    });
    return { venue, ...listener, host: { host: "localhost", port: listener.acceptor.port } };
  }
  type Secure = Awaited<ReturnType<typeof openSecure>>;

  async function call(
    { host }: Secure,
    tls: NonNullable<InitiatorOptions["tls"]>,
  ): Promise<{ driver: Awaited<ReturnType<typeof openEnd>>["driver"]; reasons: () => string[] }> {
    const end = await openEnd("initiator");
    const { reasons } = startCalling({ driver: end.driver, hosts: [host], tls });
    await until(() => end.driver.state === "active" || reasons().length > 1, "an outcome");
    return { driver: end.driver, reasons };
  }

  test("both sides show certificates, pinned to the CompID by name", async () => {
    const venue = await openSecure({ kind: "commonName", name: "CLIENT" }, authority.cert);
    const { driver } = await call(venue, { ...keysOf(client), ca: authority.cert });
    equal(driver.state, "active");
  });

  test("a good certificate of somebody else is refused", async () => {
    const venue = await openSecure({ kind: "commonName", name: "CLIENT" }, authority.cert);
    const { driver } = await call(venue, { ...keysOf(other), ca: authority.cert });
    equal(driver.state, "disconnected");
    match(venue.refusals()[0]!, /the certificate is of "OTHER"/);
  });

  test("a name without an authority behind it is refused", async () => {
    const venue = await openSecure({ kind: "commonName", name: "CLIENT" }, undefined);
    await call(venue, { ...keysOf(selfMade), ca: authority.cert });
    match(venue.refusals()[0]!, /no known authority/);
  });

  test("no certificate, and one that has expired, are refused", async () => {
    const venue = await openSecure({ kind: "fingerprint", sha256: "00" }, undefined);
    await call(venue, { ca: authority.cert });
    match(venue.refusals()[0]!, /no certificate was shown/);
    const strict = await openSecure(
      { kind: "fingerprint", sha256: fingerprintOf(expired.cert) },
      undefined,
    );
    await call(strict, { ...keysOf(expired), ca: authority.cert });
    match(strict.refusals()[0]!, /not valid at this time/);
  });

  test("a pinned fingerprint needs no authority, on either side", async () => {
    const venue = await openSecure(
      { kind: "fingerprint", sha256: fingerprintOf(selfMade.cert) },
      undefined,
    );
    const pin = { kind: "fingerprint", sha256: fingerprintOf(server.cert) } as const;
    const { driver } = await call(venue, { ...keysOf(selfMade), pin });
    equal(driver.state, "active");
  });

  test("an initiator sends nothing to a server with another certificate", async () => {
    const venue = await openSecure(undefined, undefined);
    const pin = { kind: "fingerprint", sha256: fingerprintOf(other.cert) } as const;
    const { driver, reasons } = await call(venue, { pin });
    equal(driver.state, "disconnected");
    match(reasons()[0]!, /another fingerprint/);
    ok(!venue.events.some(({ kind }) => kind === "accepted"));
  });

  test("an initiator refuses a server that no authority of its own has signed", async () => {
    const venue = await openSecure(undefined, undefined);
    const { driver, reasons } = await call(venue, {});
    equal(driver.state, "disconnected");
    match(reasons()[0]!, /certificate|issuer/);
  });
});

const keysOf = ({ key, cert }: { key: string; cert: string }) => ({ key, cert });
