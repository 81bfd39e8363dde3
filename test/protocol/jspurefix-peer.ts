/**
 * A counterparty that is not ours: the FIX engine `jspurefix`, with what it leaves to its users.
 *
 * What it leaves to them, or leaves out (5.11.4), and what is made up for here: it does not look for
 * sent messages where it stores them, and sends those that it finds without their body, so that
 * resending is done here; what it is given while it has no connection is forgotten; and messages
 * above a gap are handed over at once, and again when they are resent, so that its application must
 * know what it has seen.
 */
import { createRequire } from "node:module";

const house = createRequire(import.meta.url);
/** Loads what jspurefix loads, and parts of it that it does not export. */
const near = createRequire(house.resolve("jspurefix"));
near("reflect-metadata");
const jspurefix = house("jspurefix") as typeof import("jspurefix");
const { AsciiSession, DITokens, EmptyLogFactory } = jspurefix;
const { RecoveringTcpInitiator, TcpAcceptorListener } = near("./transport/tcp") as Record<
  "RecoveringTcpInitiator" | "TcpAcceptorListener",
  never
>;

type Config = import("jspurefix").IJsFixConfig;
type View = import("jspurefix").MsgView;
type Description = import("jspurefix").ISessionDescription;
type Container = Awaited<ReturnType<InstanceType<typeof jspurefix.SessionContainer>["makeSystem"]>>;

export interface JspurefixPeer {
  /** Messages by ClOrdID, with how often they were handed over. */
  readonly orders: ReadonlyMap<string, number>;
  readonly reports: ReadonlyMap<string, number>;
  /** Session and business rejects that it got. */
  readonly rejects: readonly string[];
  sendOrder(id: string): void;
  stop(): void;
}

export interface PeerTerms {
  readonly role: "initiator" | "acceptor";
  readonly port: number;
}

/** What lives on when a session is replaced by that of the next connection. */
interface PeerState {
  readonly orders: Map<string, number>;
  readonly reports: Map<string, number>;
  readonly rejects: string[];
  /**
   * What it has not encoded yet. jspurefix forgets what it was given when it has no connection, or
   * loses the one it has: this is for its user to give again.
   */
  readonly unsent: Map<string, Unsent>;
  /** By MsgSeqNum. */
  readonly sent: Map<number, Unsent>;
  session: PeerSession | undefined;
}

interface Unsent {
  readonly msgType: string;
  readonly message: Record<string, unknown>;
}

class PeerSession extends AsciiSession {
  readonly #state: PeerState;
  #isReady = false;

  constructor(config: Config, state: PeerState) {
    super(config);
    this.#state = state;
    state.session = this;
  }

  deliver(key: string, { msgType, message }: Unsent): void {
    if (!this.#isReady) return;
    this.send(msgType, message, (error, { header }) => {
      if (error !== null) return;
      this.#state.unsent.delete(key);
      this.#state.sent.set(Number(header?.MsgSeqNum), { msgType, message });
    });
  }

  protected onApplicationMsg(msgType: string, view: View): void {
    const id = view.getString(11) ?? "";
    const { orders, reports, rejects } = this.#state;
    if (msgType === "j") rejects.push(view.toString());
    if (msgType === "8") reports.set(id, (reports.get(id) ?? 0) + 1);
    if (msgType !== "D") return;
    orders.set(id, (orders.get(id) ?? 0) + 1);
    // Once for each order, however often it is handed over.
    if (orders.get(id) === 1) post(this.#state, `r-${id}`, { msgType: "8", message: reportOn(id) });
  }

  protected override onResendRequest(view: View): void {
    const from = Number(view.getTyped(7));
    const asked = Number(view.getTyped(16));
    const to = asked === 0 ? this.sessionState.lastSentSeqNum() : asked;
    let gapFrom = from;
    for (let seqNum = from; seqNum <= to; seqNum++) {
      const sent = this.#state.sent.get(seqNum);
      if (sent === undefined) continue;
      if (gapFrom < seqNum) this.#fillGap(gapFrom, seqNum);
      const marks = { PossDupFlag: true, OrigSendingTime: new Date() };
      const header = this.config.factory?.header(sent.msgType, seqNum, new Date(), marks);
      this.send(sent.msgType, { ...sent.message, StandardHeader: header });
      gapFrom = seqNum + 1;
    }
    if (gapFrom <= to) this.#fillGap(gapFrom, to + 1);
  }

  #fillGap(from: number, newSeqNo: number): void {
    const { factory } = this.config;
    const marks = { PossDupFlag: true };
    const header = factory?.header("4", from, new Date(), marks);
    this.send("4", { ...factory?.sequenceReset(newSeqNo, true), StandardHeader: header });
  }

  protected onReady(): void {
    this.#isReady = true;
    for (const [key, unsent] of this.#state.unsent) this.deliver(key, unsent);
  }

  protected onStopped(): void {
    this.#isReady = false;
  }

  protected onLogon(): boolean {
    return true;
  }

  protected onDecoded(msgType: string, text: string): void {
    if (msgType === "3") this.#state.rejects.push(text);
  }

  protected onEncoded(): void {}
}

function post(state: PeerState, key: string, unsent: Unsent): void {
  state.unsent.set(key, unsent);
  state.session?.deliver(key, unsent);
}

/** Starts an engine; it answers orders with reports, and sends orders when it is told to. */
export function startJspurefixPeer({ role, port }: PeerTerms): JspurefixPeer {
  const state: PeerState = {
    orders: new Map(),
    reports: new Map(),
    rejects: [],
    unsent: new Map(),
    sent: new Map(),
    session: undefined,
  };
  const launcher = new PeerLauncher({ role, port }, state);
  void launcher.run().catch(() => {});
  return {
    ...state,
    sendOrder: (id) => post(state, id, { msgType: "D", message: orderOf(id) }),
    stop: () => launcher.stop(),
  };
}

class PeerLauncher extends jspurefix.SessionLauncher {
  readonly #state: PeerState;

  constructor(terms: PeerTerms, state: PeerState) {
    const description = descriptionOf(terms);
    super(
      terms.role === "initiator" ? description : null,
      terms.role === "acceptor" ? description : null,
      new EmptyLogFactory(),
    );
    this.#state = state;
  }

  protected override registerApplication(container: Container): void {
    const config = container.resolve<Config>(DITokens.IJsFixConfig);
    // One store for all sessions to come: otherwise each connection begins at 1.
    let store: import("jspurefix").MemorySessionStore | undefined;
    config.sessionStoreFactory = {
      create: (id) => {
        store ??= new jspurefix.MemorySessionStore(id);
        return store;
      },
    };
    container.register(DITokens.FixSession, {
      useFactory: (scope) => new PeerSession(scope.resolve(DITokens.IJsFixConfig), this.#state),
    });
    const isInitiator = this.isInitiator(config.description);
    container.register(DITokens.FixEntity, {
      useClass: isInitiator ? RecoveringTcpInitiator : TcpAcceptorListener,
    });
  }
}

function descriptionOf({ role, port }: PeerTerms): Description {
  return {
    application: {
      type: role,
      name: `jspurefix-${role}`,
      reconnectSeconds: 1,
      recoveryAttemptSeconds: 0.02,
      backoffFailConnectSeconds: 0.05,
      connectTimeoutSeconds: 5,
      tcp: { host: "127.0.0.1", port },
      protocol: "ascii",
      dictionary: "qf44",
    },
    Username: "peer",
    Password: "peer",
    EncryptMethod: 0,
    ResetSeqNumFlag: false,
    HeartBtInt: 1,
    SenderCompId: "JSPUREFIX",
    TargetCompID: "METAORDER",
    BeginString: "FIX.4.4",
  } as unknown as Description;
}

function orderOf(id: string): Record<string, unknown> {
  return {
    ClOrdID: id,
    Instrument: { Symbol: "VOD" },
    Side: "1",
    TransactTime: new Date(),
    OrderQtyData: { OrderQty: 100 },
    OrdType: "1",
  };
}

function reportOn(id: string): Record<string, unknown> {
  return {
    OrderID: id,
    ClOrdID: id,
    ExecID: id,
    ExecType: "0",
    OrdStatus: "0",
    Instrument: { Symbol: "VOD" },
    Side: "1",
    LeavesQty: 100,
    CumQty: 0,
    AvgPx: 0,
  };
}
