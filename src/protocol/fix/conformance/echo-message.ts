/** A received message as one to be sent: the same fields, the body in ascending order of tags. */
import type { MessageView, OutboundField, OutboundMessage } from "../codec/message-view.ts";
import type { Dictionary, GroupDefinition, MemberList } from "../dictionary/dictionary.ts";

/** What describes a message: the transport its header and trailer, the application its body. */
export interface EchoDictionaries {
  readonly transport: Dictionary;
  readonly application: Dictionary;
}

/** The session writes these itself: 8, 9, 10, 34, 35, 43, 49, 52, 56, 122. */
const sessionTags: ReadonlySet<number> = new Set([8, 9, 10, 34, 35, 43, 49, 52, 56, 122]);

/** A field with the entries that follow it, where it begins a group. */
type Section = OutboundField[];

/** Groups stay as they came, at the place of their NumInGroup. The trailer is the session's. */
export function echoMessage(view: MessageView, dictionaries: EchoDictionaries): OutboundMessage {
  const { transport, application } = dictionaries;
  const body = application.messages.get(view.msgType);
  const header: Section[] = [];
  const fields: Section[] = [];
  for (let place = 0; place < view.count; ) {
    const tag = view.tags[place];
    const isHeader = transport.header.byTag.has(tag);
    const group = (isHeader ? transport.header : body)?.byTag.get(tag)?.group;
    const end = group === undefined ? place + 1 : endOfGroup(view, place, group);
    if (!sessionTags.has(tag) && !transport.trailer.byTag.has(tag)) {
      (isHeader ? header : fields).push(copyFields(view, place, end));
    }
    place = end;
  }
  return { msgType: view.msgType, fields: inOrder(fields), header: inOrder(header) };
}

function copyFields(view: MessageView, from: number, to: number): Section {
  const section: Section = [];
  for (let place = from; place < to; place++) {
    const text = view.textAt(place);
    // Only raw data can hold the delimiter, and only bytes may be sent with it.
    section.push([view.tags[place], text.includes("\u0001") ? Buffer.from(text, "latin1") : text]);
  }
  return section;
}

function inOrder(sections: readonly Section[]): OutboundField[] {
  return sections.toSorted(([a], [b]) => a[0] - b[0]).flat();
}

/** The first place after NumInGroup whose tag is no member of the group, at any depth. */
function endOfGroup(view: MessageView, countPlace: number, group: GroupDefinition): number {
  let place = countPlace + 1;
  while (place < view.count && isMember(group, view.tags[place])) place++;
  return place;
}

function isMember(list: MemberList, tag: number): boolean {
  if (list.byTag.has(tag)) return true;
  return list.members.some(({ group }) => group !== undefined && isMember(group, tag));
}
