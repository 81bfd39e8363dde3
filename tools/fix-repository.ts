/** The order of fields in the FIX repository of the FIX Trading Community, which lies in jspurefix. */
import { readFileSync } from "node:fs";
import type { FixVersion } from "../src/protocol/fix/dictionary/dictionary.ts";
import {
  type DictionaryTable,
  type MemberRow,
  readMemberRow,
  writeMemberRow,
} from "../src/protocol/fix/dictionary/dictionary-table.ts";
import { readZipEntry } from "./zip-entry.ts";

/** Tags and names of components in order, groups flat; by name of a component or by MsgType. */
type Orders = ReadonlyMap<string, readonly string[]>;

/** The members of messages, components and groups as the repository of that version orders them. */
export function orderAsRepository(table: DictionaryTable): DictionaryTable {
  const orders = readOrders(table.version);
  return {
    ...table,
    components: table.components.map(([name, rows]) => [name, sort(rows, orders.get(name))]),
    messages: table.messages.map(([msgType, name, category, rows]) => [
      msgType,
      name,
      category,
      sort(rows, orders.get(msgType)),
    ]),
  };
}

function readOrders(version: FixVersion): Orders {
  const path = new URL("data/fix_repo.zip", import.meta.resolve("jspurefix/package.json"));
  const zip = readFileSync(path);
  const rowsOf = (name: string, element: string) =>
    readRows(zip, `fix_repo/${version}/Base/${name}.xml`, element);
  const owners = new Map<string, string>();
  for (const row of rowsOf("Components", "Component")) owners.set(row("ComponentID"), row("Name"));
  for (const row of rowsOf("Messages", "Message")) owners.set(row("ComponentID"), row("MsgType"));
  const places = new Map<string, { readonly key: string; readonly position: number }[]>();
  for (const row of rowsOf("MsgContents", "MsgContent")) {
    const owner = owners.get(row("ComponentID")) ?? "";
    const list = places.get(owner) ?? [];
    places.set(owner, list);
    list.push({ key: row("TagText"), position: Number(row("Position")) });
  }
  return new Map(
    [...places].map(([owner, list]) => [
      owner,
      list.toSorted((a, b) => a.position - b.position).map(({ key }) => key),
    ]),
  );
}

/** The elements of one name, each as a function from a child's name to its text. */
function readRows(zip: Buffer, path: string, element: string): ((child: string) => string)[] {
  const text = readZipEntry(zip, path)?.toString("utf8");
  if (text === undefined) throw new Error(`fix_repo.zip has no ${path}`);
  const rows = text.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, "gs"));
  return [...rows].map(
    ([, body = ""]) =>
      (child) =>
        new RegExp(`<${child}>([^<]*)</${child}>`).exec(body)?.[1] ?? "",
  );
}

/** What the repository does not have stays behind what it stood behind. */
function sort(
  rows: readonly MemberRow[],
  order: readonly string[] | undefined,
): readonly MemberRow[] {
  if (order === undefined) return rows;
  let position = -1;
  return rows
    .map((row) => {
      const member = readMemberRow(row);
      const key = member.kind === "component" ? member.name : String(member.tag);
      const known = order.indexOf(key);
      if (known >= 0) position = known;
      const sorted =
        member.kind === "group"
          ? writeMemberRow({ ...member, members: sort(member.members, order) })
          : row;
      return { position, row: sorted };
    })
    .toSorted((a, b) => a.position - b.position)
    .map(({ row }) => row);
}
