/**
 * The way back for an answer: who a message came from on behalf of is whom the answer is delivered to.
 * FIX 4.4 vol. 1, "OnBehalfOf… and DeliverTo… targeting".
 */
import type { MessageView, OutboundField } from "../codec/message-view.ts";
import type { FixDialect } from "./fix-dialect.ts";

/** Of the answer and of the message it answers, in ascending order of the first. */
const routes: readonly (readonly [answer: number, message: number])[] = [
  [115, 128],
  [116, 129],
  [128, 115],
  [129, 116],
];
const locationRoutes: typeof routes = [...routes, [144, 145], [145, 144]];

const noRoute: readonly OutboundField[] = [];

/** Header fields of an answer to a message; an empty field has no way back. */
export function reverseRoute(view: MessageView, dialect: FixDialect): readonly OutboundField[] {
  let fields: OutboundField[] | undefined;
  for (const [answer, message] of dialect.hasLocations ? locationRoutes : routes) {
    const value = view.text(message);
    if (value === undefined || value === "") continue;
    fields ??= [];
    fields.push([answer, value]);
  }
  return fields ?? noRoute;
}
