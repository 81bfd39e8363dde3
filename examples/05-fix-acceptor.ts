/** An acceptor that takes orders, and a client that sends one; both are our FIX engine. */
import { createXoshiro128 } from "../src/core/random/xoshiro128.ts";
import { createValidator } from "../src/protocol/fix/codec/validator.ts";
import { loadDictionary } from "../src/protocol/fix/dictionary/load-dictionary.ts";
import {
  createMemoryStore,
  createTransportClock,
  type FixApplication,
  openAcceptor,
  openSession,
  type SessionConfig,
  startInitiator,
} from "../src/protocol/fix/index.ts";
import { bindMessages } from "../src/protocol/fix/messages/bind-messages.ts";
import { type Fix44Message, fix44Kinds } from "../src/protocol/fix/messages/generated/fix44.ts";
import {
  ExecType,
  OrdStatus,
  OrdType,
  Side,
} from "../src/protocol/fix/messages/generated/fix44-values.ts";

const clock = createTransportClock(Date.now);
const dictionary = loadDictionary("FIX.4.4");
const validator = createValidator(dictionary);
const messages = bindMessages<Fix44Message>(dictionary, fix44Kinds);

// What the desk makes of an order: it is remembered and answered in one unit of work.
const desk: FixApplication = {
  onMessage(view) {
    const order = messages.read(view);
    if (order?.kind !== "NewOrderSingle") {
      return { refusal: { level: "business", fault: { reason: 3, text: "orders only" } } };
    }
    const report = messages.write({
      ...{ kind: "ExecutionReport", orderID: `D-${order.clOrdID}`, clOrdID: order.clOrdID },
      ...{ execID: "1", execType: ExecType.New, ordStatus: OrdStatus.New, avgPx: 0, cumQty: 0 },
      ...{ side: order.side, symbol: order.symbol ?? "[N/A]", leavesQty: order.orderQty ?? 0 },
    });
    return { replies: [report], attachments: [Buffer.from(JSON.stringify(order))] };
  },
};

const config: SessionConfig = {
  role: "acceptor",
  identity: { beginString: "FIX.4.4", senderCompId: "DESK", targetCompId: "CLIENT" },
  validate: (view) => validator.validate(view),
};
const store = createMemoryStore();
const driver = await openSession({ config, application: desk, store, clock });
const acceptor = await openAcceptor({ sessions: [{ driver }], clock, port: 0 });
console.log(`DESK listens on ${acceptor.host}:${acceptor.port}`);

// The client: its order leaves with the Logon's answer, and what comes back is printed.
const { promise: isReported, resolve } = Promise.withResolvers<void>();
const client: FixApplication = {
  onLogon: () => ({
    replies: [
      messages.write({
        ...{ kind: "NewOrderSingle", clOrdID: "ORD-1", symbol: "VOD", side: Side.Buy },
        ...{ orderQty: 12_500, ordType: OrdType.Limit, price: 101.25 },
        transactTime: "20260610-12:00:00.000",
      }),
    ],
  }),
  onMessage(view) {
    const report = messages.read(view);
    if (report?.kind === "ExecutionReport") {
      console.log(`${report.clOrdID} is ${report.orderID}, leaves ${report.leavesQty}`);
      resolve();
    }
    return {};
  },
};
const identity = { beginString: "FIX.4.4", senderCompId: "CLIENT", targetCompId: "DESK" };
const caller = await openSession({
  config: { role: "initiator", identity },
  application: client,
  store: createMemoryStore(),
  clock,
});
const hosts = [{ host: acceptor.host, port: acceptor.port }];
const initiator = startInitiator({ driver: caller, hosts, clock, random: createXoshiro128(1) });

await isReported;
for (const { bytes } of store.readAttachments(0, 10)) console.log(`kept: ${Buffer.from(bytes)}`);
caller.logout("that was all");
await caller.settled();
initiator.stop();
await acceptor.close();
for (const each of [caller, driver]) each.stop();
