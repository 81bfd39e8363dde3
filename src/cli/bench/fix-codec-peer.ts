/**
 * The same order through `jspurefix`, where it is installed: its own benchmark's parser, to a view and
 * to an object, and its own transmitter.
 */
import { createRequire } from "node:module";

/** What the benchmark makes of a peer: each call handles so many messages. */
export interface FixCodecPeer {
  readonly name: string;
  /** Fields found, nothing taken out. */
  parseToView(messages: number): void;
  /** All values as objects, groups among them. */
  parseToObject(messages: number): void;
  encode(messages: number): void;
}

interface ParseCase {
  setup(): void;
  run(messages: number): number;
}

interface Transmitter {
  readonly encoder: { trim(): Buffer; reset(): void };
  encodeMessage(msgType: string, message: object): unknown;
}

interface SessionContainer {
  registerGlobal(logLevel: string): void;
  makeSystem(description: object): Promise<{ resolve(token: string): { delimiter: number } }>;
}

const dictionary = "qf44";
const delimiter = 1;

/** The order of the benchmark, as the peer's typed messages have it. */
const order = {
  ClOrdID: "ORD7-000123",
  Parties: {
    NoPartyIDs: [
      { PartyID: "DSK1", PartyIDSource: "D", PartyRole: 3 },
      { PartyID: "TRD77", PartyIDSource: "D", PartyRole: 12 },
    ],
  },
  Instrument: { Symbol: "VOD" },
  Side: "1",
  TransactTime: new Date(Date.UTC(2024, 2, 5, 14, 30, 5, 120)),
  OrderQtyData: { OrderQty: 12_500 },
  OrdType: "2",
  Price: 101.255,
};

/** Undefined where the peer is not installed. */
export async function loadFixCodecPeer(message: Buffer): Promise<FixCodecPeer | undefined> {
  const house = createRequire(import.meta.url);
  let near: NodeJS.Require;
  try {
    near = createRequire(house.resolve("jspurefix"));
  } catch {
    return undefined;
  }
  // Its injection of dependencies needs this before anything else of it.
  near("reflect-metadata");
  const { version } = near("jspurefix/package.json") as { version: string };
  const config = await createConfig(near);
  const { ParseCase } = near("jspurefix/dist/benchmark") as {
    ParseCase: new (name: string, options: object) => ParseCase;
  };
  const { AsciiMsgTransmitter } = near("jspurefix/dist/transport/ascii/ascii-msg-transmitter") as {
    AsciiMsgTransmitter: new (config: object) => Transmitter;
  };
  const contents = message.toString("latin1");
  const cases = ["view", "object"].map(
    (depth) => new ParseCase(depth, { config, contents, depth }),
  );
  const [view, object] = cases as [ParseCase, ParseCase];
  for (const parseCase of cases) parseCase.setup();
  const transmitter = new AsciiMsgTransmitter(config);
  return {
    name: `jspurefix ${version}`,
    parseToView: (messages) => void view.run(messages),
    parseToObject: (messages) => void object.run(messages),
    encode: (messages) => {
      for (let count = 0; count < messages; count++) {
        transmitter.encodeMessage("D", order);
        transmitter.encoder.trim();
        // Without this its list of tags grows for ever.
        transmitter.encoder.reset();
      }
    },
  };
}

async function createConfig(near: NodeJS.Require): Promise<object> {
  const { SessionContainer } = near("jspurefix/dist/runtime") as {
    SessionContainer: new () => SessionContainer;
  };
  const { DITokens } = near("jspurefix/dist/runtime/di-tokens") as {
    DITokens: { IJsFixConfig: string };
  };
  const container = new SessionContainer();
  container.registerGlobal("error");
  const system = await container.makeSystem({
    application: { type: "initiator", name: "bench", protocol: "ascii", dictionary },
    BeginString: "FIX.4.4",
    SenderCompId: "METAORDER",
    TargetCompID: "VENUE1",
    HeartBtInt: 30,
  });
  const config = system.resolve(DITokens.IJsFixConfig);
  config.delimiter = delimiter;
  return config;
}
