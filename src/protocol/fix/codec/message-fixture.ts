/** Messages for tests: `|` stands for the delimiter, BodyLength and CheckSum are worked out. */

/** Bytes with `|` for the delimiter, nothing else changed. */
export function rawBytes(text: string): Buffer {
  return Buffer.from(text.replaceAll("|", "\x01"), "latin1");
}

/** A whole message of a BeginString and the fields from 35 on: `messageOf("FIX.4.4", "35=0|34=2|")`. */
export function messageOf(beginString: string, body: string): Buffer {
  const start = rawBytes(`8=${beginString}|9=${rawBytes(body).length}|${body}`);
  const sum = start.reduce((total, byte) => total + byte, 0) % 256;
  return Buffer.concat([start, rawBytes(`10=${String(sum).padStart(3, "0")}|`)]);
}

/** Text of a message with `|` for the delimiter. */
export function readable(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1").replaceAll("\x01", "|");
}

/**
 * The NewOrderSingle that the scanner is measured with: 211 bytes, 22 fields, a group of two parties.
 * The same shape as the one of `shared/reference/stack-measured.md` §6.
 */
export const newOrderSingle: Buffer = messageOf(
  "FIX.4.4",
  "35=D|34=1087|49=METAORDER|52=20240305-14:30:05.123|56=VENUE1|11=ORD7-000123|453=2|" +
    "448=DSK1|447=D|452=3|448=TRD77|447=D|452=12|55=VOD|54=1|60=20240305-14:30:05.120|" +
    "38=12500|40=2|44=101.255|",
);
