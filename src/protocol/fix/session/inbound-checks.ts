/** What must hold for every message of a counterparty before it means anything. */
import type { FieldFault, MessageView } from "../codec/message-view.ts";
import { faultOf, rejectReason } from "../codec/reject-reasons.ts";
import { isValueAt, timeOf } from "./field-bytes.ts";
import type { SessionSettings } from "./session-config.ts";

const beginStringTag = 8;
const senderCompIdTag = 49;
const sendingTimeTag = 52;
const targetCompIdTag = 56;

export class InboundChecks {
  readonly #beginString: Buffer;
  /** The counterparty's name for itself and for us. */
  readonly #sender: Buffer;
  readonly #target: Buffer;
  readonly #latencyMaxMs: number;

  constructor({ identity, latencyMaxMs }: SessionSettings) {
    this.#beginString = Buffer.from(identity.beginString, "latin1");
    this.#sender = Buffer.from(identity.targetCompId, "latin1");
    this.#target = Buffer.from(identity.senderCompId, "latin1");
    this.#latencyMaxMs = latencyMaxMs;
  }

  hasBeginString(view: MessageView): boolean {
    return (
      view.count > 0 && view.tags[0] === beginStringTag && isValueAt(view, 0, this.#beginString)
    );
  }

  /**
   * What is wrong with SendingTime or the CompIDs, in this order. Reasons 9 and 10 end the session:
   * FIX 4.4 vol. 2, test cases 2.k and 2.o.
   */
  faultOf(view: MessageView, nowMs: number): FieldFault | undefined {
    const sentMs = timeOf(view, sendingTimeTag);
    if (sentMs === undefined) return faultOf(rejectReason.requiredTagMissing, sendingTimeTag);
    if (Number.isNaN(sentMs)) return faultOf(rejectReason.incorrectFormat, sendingTimeTag);
    if (Math.abs(nowMs - sentMs) > this.#latencyMaxMs) {
      return faultOf(rejectReason.sendingTimeAccuracy, undefined);
    }
    const sender = view.indexOf(senderCompIdTag);
    if (sender < 0) return faultOf(rejectReason.requiredTagMissing, senderCompIdTag);
    const target = view.indexOf(targetCompIdTag);
    if (target < 0) return faultOf(rejectReason.requiredTagMissing, targetCompIdTag);
    if (isValueAt(view, sender, this.#sender) && isValueAt(view, target, this.#target)) {
      return undefined;
    }
    return faultOf(rejectReason.compIdProblem, undefined);
  }
}

/** Whether a message with this fault shows that we talk to someone else, or at another time. */
export function endsSession({ reason }: FieldFault): boolean {
  return reason === rejectReason.compIdProblem || reason === rejectReason.sendingTimeAccuracy;
}
