/**
 * Whose certificate a session's counterparty must show.
 *
 * A CompID is a claim; a pinned certificate proves it. A fingerprint stands for itself, so it may
 * be self-signed; a common name is worth what the authority that signed it is worth.
 */
import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from "node:tls";

export type CertificatePin =
  /** SHA-256 of the certificate, in hex, with or without colons. */
  | { readonly kind: "fingerprint"; readonly sha256: string }
  /** CN of the subject, of a certificate that one of our authorities has signed. */
  | { readonly kind: "commonName"; readonly name: string };

/** What a handshake has found out. */
export interface ShownCertificate {
  readonly fingerprint256: string;
  readonly commonName: string | undefined;
  readonly validFromMs: number;
  readonly validToMs: number;
  /** One of our authorities has signed it. */
  readonly isAuthorized: boolean;
}

/** What the other side of a socket has shown; undefined where it has shown nothing. */
export function shownCertificate(socket: TLSSocket): ShownCertificate | undefined {
  const certificate: PeerCertificate | DetailedPeerCertificate = socket.getPeerCertificate();
  // Without a certificate it is an empty object.
  if (certificate?.fingerprint256 === undefined) return undefined;
  const name = certificate.subject?.CN;
  return {
    fingerprint256: certificate.fingerprint256,
    // Several names are no name.
    commonName: typeof name === "string" ? name : undefined,
    validFromMs: Date.parse(certificate.valid_from),
    validToMs: Date.parse(certificate.valid_to),
    isAuthorized: socket.authorized,
  };
}

/** Why a certificate is not the pinned one; undefined where it is. */
export function faultOfCertificate(
  shown: ShownCertificate | undefined,
  pin: CertificatePin,
  nowMs: number,
): string | undefined {
  if (shown === undefined) return "no certificate was shown";
  // Written so that a date that cannot be read fails.
  if (!(shown.validFromMs <= nowMs && nowMs <= shown.validToMs)) {
    return "the certificate is not valid at this time";
  }
  switch (pin.kind) {
    case "fingerprint":
      return plainHex(shown.fingerprint256) === plainHex(pin.sha256)
        ? undefined
        : "the certificate has another fingerprint";
    case "commonName":
      if (!shown.isAuthorized) return "no known authority has signed the certificate";
      return shown.commonName === pin.name
        ? undefined
        : `the certificate is of ${JSON.stringify(shown.commonName ?? "nobody")}`;
    default:
      return pin satisfies never;
  }
}

function plainHex(fingerprint: string): string {
  return fingerprint.replaceAll(":", "").toLowerCase();
}
