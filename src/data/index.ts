/** Readers and writers of recorded markets. */
export type { LobsterCounts } from "./lobster/counts.ts";
export {
  type LobsterDigests,
  type LobsterOptions,
  type LobsterSource,
  openLobster,
} from "./lobster/open-lobster.ts";
export { readPrintedRows } from "./lobster/printed-rows.ts";
export type { MismatchAction } from "./lobster/reconstruction.ts";
export {
  type LobsterWriteOptions,
  type LobsterWritten,
  writeLobster,
} from "./lobster/write-lobster.ts";
export {
  createMatchingWorkload,
  type MatchingWorkload,
  parseMatchingWorkload,
  runMatchingWorkload,
  takeCanonicalLines,
  workloadMessage,
} from "./matching-workload.ts";
export {
  detectFormat,
  openRecording,
  type RecordingFormat,
  type RecordingOptions,
  recordingFormats,
} from "./open-recording.ts";
export {
  type Finding,
  type FindingRule,
  Findings,
  findingRules,
  type Granularity,
  type Recording,
} from "./recording.ts";
export { formatVolumeCurve, readVolumeCurve } from "./volume-curve-file.ts";
