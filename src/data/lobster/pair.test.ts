import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { InputError, OutsideError } from "../../core/trouble.ts";
import { formatLobsterFileName, parseLobsterFileName } from "./file-name.ts";
import { findLobsterPair } from "./pair.ts";
import { createTemporaryFolder } from "./pair-fixture.ts";

const day = "AMZN_2012-06-21_34200000_57600000";

async function createFolder(t: TestContext, ...names: readonly string[]): Promise<string> {
  const folder = await createTemporaryFolder(t);
  for (const name of names) await writeFile(join(folder, name), "");
  return folder;
}

test("LOBSTER's names are read and written back", () => {
  for (const name of [`${day}_message_5.csv.gz`, "BRK_B_2012-06-21_HEAD_orderbook_10.csv"]) {
    const parsed = parseLobsterFileName(name);
    equal(parsed === undefined ? undefined : formatLobsterFileName(parsed), name);
  }
  deepEqual(parseLobsterFileName("AAPL_2012-06-21_HEAD_message_10.csv.gz"), {
    symbol: "AAPL",
    date: "2012-06-21",
    period: "HEAD",
    role: "message",
    levels: 10,
    isCompressed: true,
  });
  for (const name of ["trades.csv", `${day}_message_0.csv`, `${day}_messages_5.csv`]) {
    equal(parseLobsterFileName(name), undefined);
  }
});

test("either file and the folder lead to the same pair", async (t) => {
  const folder = await createFolder(
    t,
    `${day}_message_5.csv`,
    `${day}_orderbook_5.csv`,
    "README.md",
  );
  const pairs = await Promise.all([
    findLobsterPair(folder),
    findLobsterPair(join(folder, `${day}_message_5.csv`)),
    findLobsterPair(join(folder, `${day}_orderbook_5.csv`)),
  ]);
  deepEqual(pairs[0], pairs[1]);
  deepEqual(pairs[0], pairs[2]);
  equal(pairs[0].symbol, "AMZN");
  equal(pairs[0].levels, 5);
});

test("one file of a pair may be packed and the other plain", async (t) => {
  const folder = await createFolder(t, `${day}_message_5.csv.gz`, `${day}_orderbook_5.csv`);
  equal((await findLobsterPair(folder)).orderbookPath, join(folder, `${day}_orderbook_5.csv`));
});

test("a folder with several pairs, or none, says what it holds", async (t) => {
  const two = await createFolder(t, `${day}_message_1.csv`, `${day}_message_5.csv`);
  await rejects(findLobsterPair(two), (error) => {
    match((error as Error).message, /2 pairs: AMZN_.*_message_1\.csv, AMZN_.*_message_5\.csv/);
    return error instanceof InputError;
  });
  await rejects(findLobsterPair(await createFolder(t)), /found no message file, expected one pair/);
});

test("a file that is not there is named", async (t) => {
  const folder = await createFolder(t, `${day}_message_5.csv`);
  for (const path of [join(folder, "nowhere"), join(folder, `${day}_message_5.csv`)]) {
    await rejects(findLobsterPair(path), (error) => {
      match((error as Error).message, /nowhere|orderbook_5\.csv: no such file/);
      return error instanceof OutsideError && error.code === "FILE_NOT_FOUND";
    });
  }
});

test("a path under a file is unreadable, not missing", async (t) => {
  const folder = await createFolder(t, "plain");
  await rejects(findLobsterPair(join(folder, "plain", "x.csv")), (error) => {
    return error instanceof OutsideError && error.code === "FILE_UNREADABLE";
  });
});

test("a file with another kind of name is refused", async (t) => {
  const folder = await createFolder(t, "trades.csv");
  await rejects(
    findLobsterPair(join(folder, "trades.csv")),
    /found the file name trades\.csv, expected/,
  );
});

test("files of two days, symbols or level counts are no pair", async (t) => {
  const message = `${day}_message_5.csv`;
  const folder = await createFolder(t, message);
  for (const [name, fault] of [
    [
      "AMZN_2012-06-22_34200000_57600000_orderbook_5.csv",
      /the date 2012-06-22 .* expected 2012-06-21/,
    ],
    [
      "AAPL_2012-06-21_34200000_57600000_orderbook_5.csv",
      /the symbol AAPL in the name, expected AMZN/,
    ],
    [`${day}_orderbook_10.csv`, /a level count of 10 in the name, expected 5/],
    [`${day}_message_10.csv`, /found a message file, expected the orderbook file/],
  ] as const) {
    const path = join(folder, name);
    await writeFile(path, "");
    await rejects(findLobsterPair(join(folder, message), path), fault);
  }
});

test("the orderbook file may lie elsewhere", async (t) => {
  const folder = await createFolder(t, `${day}_message_5.csv`, `${day}_orderbook_5.csv`);
  const elsewhere = join(folder, "books", `${day}_orderbook_5.csv`);
  await mkdir(dirname(elsewhere));
  await rename(join(folder, `${day}_orderbook_5.csv`), elsewhere);
  equal((await findLobsterPair(folder, elsewhere)).orderbookPath, elsewhere);
  await rm(elsewhere);
  await rejects(findLobsterPair(folder, elsewhere), /no such file/);
});
