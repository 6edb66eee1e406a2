export {
  type Exchange,
  exchangeNamed,
  RecordingError,
  readRecording,
  recordedGroups,
  recordedVersions,
} from "./exchange.ts";
export { type RecordedGroup, recordedGroup, recordedReleases } from "./recorded-group.ts";
export {
  type PlainRequest,
  plainRequest,
  type ScriptedAnswer,
  type ScriptedFetch,
  scriptedFetch,
} from "./scripted-fetch.ts";
