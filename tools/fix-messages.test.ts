import { deepEqual, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { makeMessageFiles } from "./fix-messages.ts";

const folder = new URL("../src/protocol/fix/messages/generated/", import.meta.url);

test("generated messages are what the script makes of the dictionaries, byte for byte", () => {
  const files = makeMessageFiles();
  deepEqual(readdirSync(folder).toSorted(), [...files.keys()].toSorted());
  for (const [name, text] of files) {
    ok(text === readFileSync(new URL(name, folder), "utf8"), `${name} is out of date`);
  }
});
