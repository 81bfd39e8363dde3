/** Typed messages of one version, by one dictionary. */
import type { MessageView, OutboundMessage } from "../codec/message-view.ts";
import type { Dictionary } from "../dictionary/dictionary.ts";
import { readMessage } from "./read-message.ts";
import { encodeFields } from "./write-message.ts";

/** Writes and reads the messages of a union like `Fix44Message`. */
export interface TypedMessages<Message extends { readonly kind: string }> {
  /** @throws InvariantError as `encodeFields` */
  write(message: Message): OutboundMessage;
  /**
   * Undefined for a message of another type than `kinds` has.
   *
   * @throws OutsideError `INVALID_FIELD` as `readMessage`
   */
  read(view: MessageView): Message | undefined;
}

/**
 * `bindMessages<Fix44Message>(loadDictionary("FIX.4.4"), fix44Kinds)`; with a counterparty's overlay
 * the dictionary is that of `applyOverlay`.
 *
 * @param kinds names of the messages in the union; the generated file has the list
 */
export function bindMessages<Message extends { readonly kind: string }>(
  dictionary: Dictionary,
  kinds: readonly Message["kind"][],
): TypedMessages<Message> {
  const known = new Set<string>(kinds);
  return {
    write: (message) => encodeFields(dictionary, message.kind, message),
    read(view) {
      const definition = dictionary.messages.get(view.msgType);
      if (definition === undefined || !known.has(definition.name)) return undefined;
      // The generated types say of these messages what the dictionary says, and the overlay's more.
      return readMessage(view, dictionary, definition) as Message & ReturnType<typeof readMessage>;
    },
  };
}
