/**
 * The messages of NASDAQ TotalView-ITCH 5.0, field by field.
 *
 * Source: "Nasdaq TotalView-ITCH 5.0" specification, §1.1 to §1.8 (§4.1 to §4.9 in older prints).
 * Numbers are unsigned and big-endian, text is left-justified and padded with spaces. Every message
 * starts with its type (1 byte), stock locate (2), tracking number (2) and time (6, nanoseconds
 * since midnight); the fields below follow without gaps, in this order.
 */

/** `text`: padded ASCII; `integer`; `price`: units of 0.0001 (4 bytes) or 0.00000001 (8 bytes). */
type FieldKind = "text" | "integer" | "price";
type FieldRow = readonly [name: string, bytes: number, kind: FieldKind];

export const itchLayouts = {
  /** System event: `O` start of messages, `S` and `E` system hours, `Q` and `M` market hours, `C` end of messages. */
  S: [["eventCode", 1, "text"]],
  /** Stock directory. */
  R: [
    ["stock", 8, "text"],
    ["marketCategory", 1, "text"],
    ["financialStatus", 1, "text"],
    ["roundLotSize", 4, "integer"],
    ["roundLotsOnly", 1, "text"],
    ["issueClassification", 1, "text"],
    ["issueSubType", 2, "text"],
    ["authenticity", 1, "text"],
    ["shortSaleThreshold", 1, "text"],
    ["ipoFlag", 1, "text"],
    ["luldReferencePriceTier", 1, "text"],
    ["etpFlag", 1, "text"],
    ["etpLeverageFactor", 4, "integer"],
    ["inverseIndicator", 1, "text"],
  ],
  /** Stock trading action: `H` halted, `P` paused, `Q` quotation only, `T` trading. */
  H: [
    ["stock", 8, "text"],
    ["tradingState", 1, "text"],
    ["reserved", 1, "text"],
    ["reason", 4, "text"],
  ],
  /** Reg SHO short sale price test. */
  Y: [
    ["stock", 8, "text"],
    ["action", 1, "text"],
  ],
  /** Market participant position. */
  L: [
    ["mpid", 4, "text"],
    ["stock", 8, "text"],
    ["primaryMarketMaker", 1, "text"],
    ["marketMakerMode", 1, "text"],
    ["participantState", 1, "text"],
  ],
  /** Market-wide circuit breaker: decline levels. */
  V: [
    ["level1", 8, "price"],
    ["level2", 8, "price"],
    ["level3", 8, "price"],
  ],
  /** Market-wide circuit breaker: status. */
  W: [["breachedLevel", 1, "text"]],
  /** Quoting period of an IPO; the release time in seconds since midnight. */
  K: [
    ["stock", 8, "text"],
    ["releaseTime", 4, "integer"],
    ["releaseQualifier", 1, "text"],
    ["ipoPrice", 4, "price"],
  ],
  /** Limit up – limit down: auction collar. */
  J: [
    ["stock", 8, "text"],
    ["referencePrice", 4, "price"],
    ["upperCollar", 4, "price"],
    ["lowerCollar", 4, "price"],
    ["extension", 4, "integer"],
  ],
  /** Operational halt of one market: `H` halted, `T` resumed. */
  h: [
    ["stock", 8, "text"],
    ["marketCode", 1, "text"],
    ["haltAction", 1, "text"],
  ],
  /** Add order. */
  A: [
    ["orderId", 8, "integer"],
    ["side", 1, "text"],
    ["shares", 4, "integer"],
    ["stock", 8, "text"],
    ["price", 4, "price"],
  ],
  /** Add order, with the participant's name. */
  F: [
    ["orderId", 8, "integer"],
    ["side", 1, "text"],
    ["shares", 4, "integer"],
    ["stock", 8, "text"],
    ["price", 4, "price"],
    ["attribution", 4, "text"],
  ],
  /** Order executed. */
  E: [
    ["orderId", 8, "integer"],
    ["shares", 4, "integer"],
    ["matchNumber", 8, "integer"],
  ],
  /** Order executed at another price than its own. */
  C: [
    ["orderId", 8, "integer"],
    ["shares", 4, "integer"],
    ["matchNumber", 8, "integer"],
    ["printable", 1, "text"],
    ["price", 4, "price"],
  ],
  /** Order cancelled in part. */
  X: [
    ["orderId", 8, "integer"],
    ["shares", 4, "integer"],
  ],
  /** Order deleted. */
  D: [["orderId", 8, "integer"]],
  /** Order replaced. */
  U: [
    ["orderId", 8, "integer"],
    ["newOrderId", 8, "integer"],
    ["shares", 4, "integer"],
    ["price", 4, "price"],
  ],
  /** Trade against an order that was not displayed. */
  P: [
    ["orderId", 8, "integer"],
    ["side", 1, "text"],
    ["shares", 4, "integer"],
    ["stock", 8, "text"],
    ["price", 4, "price"],
    ["matchNumber", 8, "integer"],
  ],
  /** Cross trade: `O` opening, `C` closing, `H` halted or IPO, `I` intraday and post-close. */
  Q: [
    ["shares", 8, "integer"],
    ["stock", 8, "text"],
    ["price", 4, "price"],
    ["matchNumber", 8, "integer"],
    ["crossType", 1, "text"],
  ],
  /** Broken trade. */
  B: [["matchNumber", 8, "integer"]],
  /** Net order imbalance. */
  I: [
    ["pairedShares", 8, "integer"],
    ["imbalanceShares", 8, "integer"],
    ["imbalanceDirection", 1, "text"],
    ["stock", 8, "text"],
    ["farPrice", 4, "price"],
    ["nearPrice", 4, "price"],
    ["currentReferencePrice", 4, "price"],
    ["crossType", 1, "text"],
    ["priceVariation", 1, "text"],
  ],
  /** Retail price improvement. */
  N: [
    ["stock", 8, "text"],
    ["interestFlag", 1, "text"],
  ],
  /** Direct listing with capital raise: price discovery. */
  O: [
    ["stock", 8, "text"],
    ["openEligibility", 1, "text"],
    ["minAllowablePrice", 4, "price"],
    ["maxAllowablePrice", 4, "price"],
    ["nearExecutionPrice", 4, "price"],
    ["nearExecutionTime", 8, "integer"],
    ["lowerCollar", 4, "price"],
    ["upperCollar", 4, "price"],
  ],
} as const satisfies Readonly<Record<string, readonly FieldRow[]>>;

export type ItchType = keyof typeof itchLayouts;

/** In the order of the specification. */
export const itchTypes = Object.keys(itchLayouts) as readonly ItchType[];

/** Bytes before the first field of its own: type, stock locate, tracking number, time. */
export const itchHeaderBytes = 11;

/** Bytes of a message by the code of its type; 0 for codes that are no type. */
export const itchBytesOfType: Uint8Array = new Uint8Array(256);
for (const type of itchTypes) {
  const fields: readonly FieldRow[] = itchLayouts[type];
  itchBytesOfType[type.charCodeAt(0)] = fields.reduce(
    (sum, [, bytes]) => sum + bytes,
    itchHeaderBytes,
  );
}

/** An ITCH price of four bytes is a whole number of ten-thousandths of a dollar. */
export const priceUnitsPerCurrency = 10_000;
