import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type Dictionary, fixVersions, type MemberList } from "../dictionary/dictionary.ts";
import { loadDictionary } from "../dictionary/load-dictionary.ts";
import { headerTags, trailerTags } from "./header-fields.ts";
import { dataTagByLengthTag, rawDataFields } from "./raw-data-fields.ts";

const dictionaries = fixVersions.map(loadDictionary);

/** By the names of the dictionaries: `XmlDataLen` before `XmlData`. */
function pairsOf({ fields }: Dictionary): [lengthTag: number, dataTag: number][] {
  const byName = new Map([...fields.values()].map((field) => [field.name, field]));
  return [...fields.values()]
    .filter((field) => field.type === "DATA" || field.type === "XMLDATA")
    .flatMap((field) => {
      const length = byName.get(`${field.name}Len`) ?? byName.get(`${field.name}Length`);
      return length === undefined ? [] : [[length.tag, field.tag] as [number, number]];
    });
}

test("lengths and raw data are paired as in the dictionaries of every version", () => {
  const named = new Map(dictionaries.flatMap(pairsOf));
  // Its length is misspelt by some dictionaries, and stands before it like the others.
  named.set(41_873, 41_874);
  const inOrder = (pairs: ReadonlyMap<number, number>) => [...pairs].sort((a, b) => a[0] - b[0]);
  deepEqual(inOrder(rawDataFields), inOrder(named));
});

test("every field of type DATA is somebody's data", () => {
  const known = new Set(rawDataFields.values());
  for (const { version, fields } of dictionaries) {
    const missing = [...fields.values()].filter(
      ({ tag, type }) => (type === "DATA" || type === "XMLDATA") && !known.has(tag),
    );
    deepEqual(missing, [], version);
  }
});

test("the table for hot loops says the same", () => {
  for (let tag = 0; tag < dataTagByLengthTag.length; tag++) {
    equal(dataTagByLengthTag[tag], rawDataFields.get(tag) ?? 0);
  }
});

test("header and trailer have the tags of the dictionaries of every version", () => {
  const tagsOf = ({ members }: MemberList): number[] =>
    members.flatMap((member) => [member.tag, ...(member.group ? tagsOf(member.group) : [])]);
  const ascending = (tags: Iterable<number>) => [...new Set(tags)].sort((a, b) => a - b);
  deepEqual(ascending(headerTags), ascending(dictionaries.flatMap(({ header }) => tagsOf(header))));
  deepEqual(
    ascending(trailerTags),
    ascending(dictionaries.flatMap(({ trailer }) => tagsOf(trailer))),
  );
});
