/**
 * The application that acceptance scripts expect behind an engine: it echoes NewOrderSingle,
 * SecurityDefinition and Email, and takes nothing else.
 */
import type { MessageView } from "../codec/message-view.ts";
import type {
  ApplicationAnswer,
  Delivery,
  FixApplication,
  SessionIdentity,
} from "../session/session-contract.ts";
import { type EchoDictionaries, echoMessage } from "./echo-message.ts";

const echoed: ReadonlySet<string> = new Set(["D", "d", "C"]);

/** @param dictionariesOf what describes the messages of a session */
export function createAcceptanceApplication(
  dictionariesOf: (session: SessionIdentity) => EchoDictionaries,
): FixApplication {
  /** ClOrdIDs seen since the logon, by session. */
  const seen = new Map<string, Set<string>>();
  return {
    onMessage(view, delivery) {
      if (!echoed.has(view.msgType)) return refusalOf(delivery.session);
      // FIX 4.4 vol. 2, Possible Resends: processed unless it was seen under its own identifier.
      if (view.msgType === "D" && wasSeen(seen, view, delivery) && delivery.isPossResend) return {};
      return { replies: [echoMessage(view, dictionariesOf(delivery.session))] };
    },
    mayResend: () => true,
    onLogout(session) {
      seen.delete(keyOf(session));
    },
  };
}

/** Whether the ClOrdID (11) came before; from now on it did. */
function wasSeen(seen: Map<string, Set<string>>, view: MessageView, delivery: Delivery): boolean {
  const key = keyOf(delivery.session);
  const ids = seen.get(key) ?? new Set<string>();
  seen.set(key, ids);
  const id = view.text(11) ?? "";
  if (ids.has(id)) return true;
  ids.add(id);
  return false;
}

/** BusinessMessageReject came with FIX 4.2; before it there is only the session's Reject. */
function refusalOf({ beginString }: SessionIdentity): ApplicationAnswer {
  return beginString === "FIX.4.0" || beginString === "FIX.4.1"
    ? {
        refusal: {
          level: "session",
          fault: { reason: 11, text: "Unsupported message type", tag: undefined },
        },
      }
    : {
        refusal: { level: "business", fault: { reason: 3, text: "Unsupported Message Type" } },
      };
}

function keyOf({ beginString, senderCompId, targetCompId }: SessionIdentity): string {
  return `${beginString}:${senderCompId}->${targetCompId}`;
}
