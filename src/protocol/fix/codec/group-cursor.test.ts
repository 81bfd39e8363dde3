import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { MemberList } from "../dictionary/dictionary.ts";
import { loadDictionary } from "../dictionary/load-dictionary.ts";
import { readGroup } from "./group-cursor.ts";
import { messageOf } from "./message-fixture.ts";
import { MessageScanner } from "./message-scanner.ts";

const order = loadDictionary("FIX.4.4").messages.get("D")!;

function groupOf(list: MemberList, countTag: number) {
  return list.byTag.get(countTag)!.group!;
}

const parties = groupOf(order, 453);
const subParties = groupOf(parties, 802);
const scanner = new MessageScanner();

test("entries of nested groups are read where they lie", () => {
  const body =
    "35=D|34=1|11=x|453=3|448=a|447=D|452=1|802=2|523=p|803=1|523=q|803=2|" +
    "448=b|452=3|448=c|447=D|802=1|523=r|55=VOD|448=stray|";
  equal(scanner.scan(messageOf("FIX.4.4", body)), "whole");
  const found: unknown[] = [];
  const entries = readGroup(scanner, parties);
  while (entries.next()) {
    const inner: unknown[] = [];
    const subs = entries.open(subParties);
    while (subs.next()) inner.push([subs.text(523), subs.text(803)]);
    found.push([entries.text(448), entries.text(447), entries.text(452), inner]);
  }
  deepEqual(found, [
    [
      "a",
      "D",
      "1",
      [
        ["p", "1"],
        ["q", "2"],
      ],
    ],
    ["b", undefined, "3", []],
    ["c", "D", undefined, [["r", undefined]]],
  ]);
  equal(entries.next(), false);
});

test("a group that is missing, or says zero, has no entries", () => {
  for (const fields of ["", "453=0|", "453=0|55=VOD|"]) {
    equal(scanner.scan(messageOf("FIX.4.4", `35=D|34=1|${fields}`)), "whole");
    const entries = readGroup(scanner, parties);
    equal(entries.next(), false);
    equal(entries.indexOf(448), -1);
  }
});
