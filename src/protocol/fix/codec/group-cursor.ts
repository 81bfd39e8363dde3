/** Walks over the entries of a repeating group where they lie in a message. */
import type { GroupDefinition } from "../dictionary/dictionary.ts";
import type { MessageView } from "./message-view.ts";

/** All tags within a group, those of groups inside it included. */
const tagsOfGroups = new WeakMap<GroupDefinition, ReadonlySet<number>>();

/**
 * One entry after another: `next` moves to the first, then to the following ones.
 *
 * It trusts the message, which a validator has seen: an entry begins with the group's first field
 * and ends where the next one begins, or at the first field that is no member.
 */
export class GroupCursor {
  /** Places of the fields of the entry in the view: the first, and the one after the last. */
  from: number;
  to: number;
  readonly #view: MessageView;
  readonly #group: GroupDefinition;
  readonly #tags: ReadonlySet<number>;
  /** Where the fields end that may belong to the group. */
  readonly #limit: number;

  constructor(view: MessageView, group: GroupDefinition, within: { from: number; to: number }) {
    this.#view = view;
    this.#group = group;
    this.#tags = tagsOf(group);
    const countPlace = indexWithin(view, group.countTag, within.from, within.to);
    this.#limit = within.to;
    this.from = countPlace < 0 ? within.to : countPlace + 1;
    this.to = this.from;
  }

  /** False where there is no further entry. */
  next(): boolean {
    const { tags } = this.#view;
    const { delimiterTag } = this.#group;
    this.from = this.to;
    if (this.from >= this.#limit || tags[this.from] !== delimiterTag) return false;
    let place = this.from + 1;
    while (place < this.#limit && tags[place] !== delimiterTag && this.#tags.has(tags[place]!)) {
      place++;
    }
    this.to = place;
    return true;
  }

  /** Place of a field of this entry; -1 where it has none. */
  indexOf(tag: number): number {
    return indexWithin(this.#view, tag, this.from, this.to);
  }

  text(tag: number): string | undefined {
    const place = this.indexOf(tag);
    return place < 0 ? undefined : this.#view.textAt(place);
  }

  /** The entries of a group inside this entry. */
  open(group: GroupDefinition): GroupCursor {
    return new GroupCursor(this.#view, group, { from: this.from, to: this.to });
  }
}

/** The entries of a group that stands in the message itself; none where it is missing. */
export function readGroup(view: MessageView, group: GroupDefinition): GroupCursor {
  return new GroupCursor(view, group, { from: 0, to: view.count });
}

function indexWithin(view: MessageView, tag: number, from: number, to: number): number {
  const { tags } = view;
  for (let place = from; place < to; place++) if (tags[place] === tag) return place;
  return -1;
}

function tagsOf(group: GroupDefinition): ReadonlySet<number> {
  let tags = tagsOfGroups.get(group);
  if (tags === undefined) {
    const found = new Set<number>();
    for (const member of group.members) {
      found.add(member.tag);
      if (member.group !== undefined) for (const tag of tagsOf(member.group)) found.add(tag);
    }
    tags = found;
    tagsOfGroups.set(group, tags);
  }
  return tags;
}
