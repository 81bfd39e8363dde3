/** Which providers can be used on this machine, found out by using them. */
import { OutsideError } from "../../core/trouble.ts";
import { Graph } from "../graph.ts";
import { encodeModel } from "../onnx/encode-model.ts";
import { tanh } from "../operators/elementwise.ts";
import { toOnnx } from "../to-onnx.ts";
import { describeCause } from "./inference.ts";
import { createSessionOptions, loadRuntime, type Provider, providers } from "./onnx-runtime.ts";

export type ProviderStatus =
  | { readonly kind: "usable"; readonly provider: Provider }
  | {
      readonly kind: "missing";
      readonly provider: Provider;
      /** What the library says. */
      readonly reason: string;
      /** How to get it. */
      readonly remedy: string;
    };

const remedies: Readonly<Record<Provider, string>> = {
  cpu: "install onnxruntime-node for this machine with `npm ci`",
  webgpu:
    "a graphics card with a Vulkan, Metal or Direct3D 12 driver (on Linux also libvulkan.so.1)",
  cuda:
    "Linux x64, an NVIDIA driver, CUDA 12 and cuDNN 9, and the CUDA part of onnxruntime-node: take " +
    "onnxruntime-node-install=skip out of .npmrc, then `npm rebuild onnxruntime-node`",
};

/**
 * Opens a session of one node with each provider. A look for WebGPU on a machine without a Vulkan
 * library makes that library's own warning appear on the error stream.
 *
 * @throws OutsideError `RUNTIME_MISSING`
 */
export async function listProviders(): Promise<ProviderStatus[]> {
  const found: ProviderStatus[] = [];
  for (const provider of providers) found.push(await probeProvider(provider));
  return found;
}

/** @throws OutsideError `RUNTIME_MISSING` */
export async function probeProvider(provider: Provider): Promise<ProviderStatus> {
  const { InferenceSession } = await loadRuntime();
  const graph = new Graph();
  const model = encodeModel(toOnnx({ outputs: { output: tanh(graph.input("input", [1])) } }));
  try {
    const session = await InferenceSession.create(model, createSessionOptions(provider, 1));
    await session.release();
    return { kind: "usable", provider };
  } catch (error) {
    const reason = describeCause(error);
    return { kind: "missing", provider, reason, remedy: remedies[provider] };
  }
}

/** What to say where a provider was asked for that is not there. */
export async function createMissingProvider(
  status: ProviderStatus & { readonly kind: "missing" },
  cause: unknown,
): Promise<OutsideError> {
  const { listSupportedBackends } = await loadRuntime();
  const installed = listSupportedBackends().flatMap(({ name, bundled }) => (bundled ? [name] : []));
  const message =
    `provider: found none for ${status.provider} (${status.reason}), expected one that works; ` +
    `installed here: ${installed.join(", ")}; ${status.provider} needs ${status.remedy}`;
  return new OutsideError("PROVIDER_MISSING", message, { canRetry: false, cause });
}
