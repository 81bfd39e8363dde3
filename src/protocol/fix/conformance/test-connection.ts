/**
 * A connection that trusts nobody: frames what an engine sends by hand, so that the judge shares no
 * code with the judged, and never misses bytes that are no message.
 */
import { connect, type Socket } from "node:net";
import { computeCheckSum, soh } from "./script.ts";

export type Received =
  | { readonly kind: "message"; readonly text: string }
  /** Bytes that are no message, or one with a wrong BodyLength or CheckSum. */
  | { readonly kind: "broken"; readonly text: string; readonly fault: string }
  | { readonly kind: "closed" }
  | { readonly kind: "silence" };

export interface TestConnection {
  /** Latin-1 text. What is sent to a closed connection is lost, as it is on any wire. */
  send(text: string): void;
  /** The next thing that happens, or `silence` when nothing does for so long. */
  receive(timeoutMs: number): Promise<Received>;
  /** Closes our half and waits until the other side has noticed, at most so long. */
  close(timeoutMs: number): Promise<void>;
}

/** @throws whatever the socket reports when there is nobody to connect to */
export async function openTestConnection(host: string, port: number): Promise<TestConnection> {
  const socket = await openSocket(host, port);
  let unread = "";
  let isClosed = false;
  let wake: () => void = () => {};
  socket.setNoDelay(true);
  socket.on("data", (chunk) => {
    unread += chunk.toString("latin1");
    wake();
  });
  // A reset is one way of closing; "close" follows.
  socket.on("error", () => {});
  socket.on("end", () => socket.end());
  socket.on("close", () => {
    isClosed = true;
    wake();
  });

  /** True when something happened, false when the time is over. */
  function untilEvent(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), timeoutMs);
      wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  return {
    send(text) {
      if (!isClosed) socket.write(text, "latin1");
    },
    async receive(timeoutMs) {
      for (;;) {
        const next = takeMessage(unread, isClosed);
        if (next !== undefined) {
          unread = unread.slice(next.text.length);
          return next;
        }
        if (isClosed) return { kind: "closed" };
        if (!(await untilEvent(timeoutMs))) return { kind: "silence" };
      }
    },
    async close(timeoutMs) {
      socket.end();
      while (!isClosed && (await untilEvent(timeoutMs)));
      socket.destroy();
    },
  };
}

function openSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.once("error", reject);
    socket.once("connect", () => {
      socket.removeListener("error", reject);
      resolve(socket);
    });
  });
}

const headPattern = new RegExp(`^8=[^${soh}=]{1,16}${soh}9=(\\d{1,7})${soh}`);
const trailerPattern = new RegExp(`^10=\\d{3}${soh}$`);

/** The first message of a text; undefined while it may still become one. */
export function takeMessage(
  text: string,
  isEnd: boolean,
): Extract<Received, { kind: "message" | "broken" }> | undefined {
  if (text === "") return undefined;
  const broken = (fault: string) => ({ kind: "broken", text, fault }) as const;
  const head = headPattern.exec(text);
  if (head === null) {
    const mayBecome = text.length < 32 && "8=".startsWith(text.slice(0, 2));
    return mayBecome && !isEnd ? undefined : broken("no BeginString and BodyLength in front");
  }
  const bodyEnd = head[0].length + Number(head[1]);
  const end = bodyEnd + "10=000".length + 1;
  if (text.length < end) return isEnd ? broken("the end of the message is missing") : undefined;
  const message = text.slice(0, end);
  if (!trailerPattern.test(message.slice(bodyEnd)) || message[bodyEnd - 1] !== soh) {
    return broken("BodyLength does not lead to CheckSum");
  }
  const sum = computeCheckSum(message.slice(0, bodyEnd));
  if (message.slice(bodyEnd + 3, -1) === sum) return { kind: "message", text: message };
  return { kind: "broken", text: message, fault: `CheckSum is not ${sum}` };
}
