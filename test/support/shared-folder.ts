/** Real market data for tests: beside the repository, never in it. Tests skip when it is absent. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export const sharedFolder = join(repository, "..", "shared", "data");
