/** What the application does not take: FIX 4.2 vol. 2, "Business Message Reject". */
import type { BusinessFault, MessageView } from "../codec/message-view.ts";
import { faultOf, rejectReason } from "../codec/reject-reasons.ts";
import { businessRejectMessage } from "./admin-messages.ts";
import type { SessionCore } from "./session-core.ts";

/** BusinessMessageReject; before FIX 4.2 the session's Reject has to do. */
export function refuseBusiness(core: SessionCore, view: MessageView, fault: BusinessFault): void {
  const { dialect, settings } = core;
  if (!dialect.hasBusinessReject) {
    core.reject(view, { ...faultOf(rejectReason.other, undefined), text: fault.text });
    return;
  }
  const stamps = dialect.isFixt && settings.stampsBusinessReject === true;
  const applVerId = stamps ? settings.defaultApplVerId : undefined;
  core.transmit(businessRejectMessage(view, fault, applVerId));
  core.events.push({ kind: "rejected", refSeqNum: view.msgSeqNum, text: fault.text });
}
