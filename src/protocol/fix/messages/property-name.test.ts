import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fixVersions } from "../dictionary/dictionary.ts";
import { loadDictionary } from "../dictionary/load-dictionary.ts";
import { propertyNameOf } from "./property-name.ts";

test("the first word of a field's name becomes small", () => {
  const names = [
    "ClOrdID",
    "Side",
    "NoPartyIDs",
    "MDReqID",
    "IOIID",
    "URLLink",
    "XmlDataLen",
    "DKReason",
  ];
  deepEqual(names.map(propertyNameOf), [
    "clOrdID",
    "side",
    "noPartyIDs",
    "mdReqID",
    "ioiid",
    "urlLink",
    "xmlDataLen",
    "dkReason",
  ]);
});

test("no two fields of a version have one property", () => {
  for (const version of fixVersions) {
    const { fields } = loadDictionary(version);
    const properties = new Set([...fields.values()].map(({ name }) => propertyNameOf(name)));
    equal(properties.size, fields.size, version);
  }
});
