import type { JobFailure } from "../jobs/job.ts";
import type {
  Dhis2AbortError,
  Dhis2AuthError,
  Dhis2HttpError,
  Dhis2ImportError,
  Dhis2NetworkError,
  Dhis2ParseError,
  Dhis2TimeoutError,
  Dhis2ValidationError,
  Dhis2VersionError,
  NotDeletedError,
} from "./classes.ts";

/** Codes of the HTTP statuses that have one of their own; ERRORS.md explains each. */
export const httpCodes: Readonly<Record<number, Dhis2ErrorCode>> = {
  400: "HTTP.BAD_REQUEST",
  401: "AUTH.UNAUTHORIZED",
  403: "AUTH.FORBIDDEN",
  404: "HTTP.NOT_FOUND",
  405: "HTTP.METHOD_NOT_ALLOWED",
  406: "HTTP.NOT_ACCEPTABLE",
  409: "HTTP.CONFLICT",
  413: "HTTP.CONTENT_TOO_LARGE",
  414: "HTTP.URI_TOO_LONG",
  415: "HTTP.UNSUPPORTED_MEDIA_TYPE",
  422: "HTTP.UNPROCESSABLE_CONTENT",
  429: "HTTP.TOO_MANY_REQUESTS",
  502: "HTTP.BAD_GATEWAY",
  503: "HTTP.SERVICE_UNAVAILABLE",
  504: "HTTP.GATEWAY_TIMEOUT",
};

/** The error class of each code: what {@link isDhis2Error} narrows to. ERRORS.md explains each code. */
export interface Dhis2ErrorTypes {
  "HTTP.BAD_REQUEST": Dhis2HttpError;
  "HTTP.NOT_FOUND": Dhis2HttpError;
  "HTTP.METHOD_NOT_ALLOWED": Dhis2HttpError;
  "HTTP.NOT_ACCEPTABLE": Dhis2HttpError;
  "HTTP.CONFLICT": Dhis2ImportError;
  "HTTP.CONTENT_TOO_LARGE": Dhis2HttpError;
  "HTTP.URI_TOO_LONG": Dhis2HttpError;
  "HTTP.UNSUPPORTED_MEDIA_TYPE": Dhis2HttpError;
  "HTTP.UNPROCESSABLE_CONTENT": Dhis2HttpError;
  "HTTP.TOO_MANY_REQUESTS": Dhis2HttpError;
  "HTTP.BAD_GATEWAY": Dhis2HttpError;
  "HTTP.SERVICE_UNAVAILABLE": Dhis2HttpError;
  "HTTP.GATEWAY_TIMEOUT": Dhis2HttpError;
  "HTTP.CLIENT_ERROR": Dhis2HttpError;
  "HTTP.SERVER_ERROR": Dhis2HttpError;
  "HTTP.REDIRECT": Dhis2HttpError;
  "AUTH.UNAUTHORIZED": Dhis2AuthError;
  "AUTH.FORBIDDEN": Dhis2AuthError;
  "AUTH.LOGIN_PAGE": Dhis2AuthError;
  "IMPORT.PARTIAL": Dhis2ImportError;
  "JOB.FAILED": JobFailure;
  "JOB.TIMEOUT": Dhis2TimeoutError;
  "NETWORK.FAILED": Dhis2NetworkError;
  "TIMEOUT.EXPIRED": Dhis2TimeoutError;
  "ABORT.ABORTED": Dhis2AbortError;
  "PARSE.EMPTY": Dhis2ParseError;
  "PARSE.HTML": Dhis2ParseError;
  "PARSE.JSON": Dhis2ParseError;
  "PARSE.SHAPE": Dhis2ParseError;
  "OPTION.NOT_DELETED": NotDeletedError;
  "VALIDATION.FAILED": Dhis2ValidationError;
  "VERSION.MISMATCH": Dhis2VersionError;
  "VERSION.UNKNOWN": Dhis2VersionError;
}

/** Every code that the runtime itself gives. */
export type Dhis2ErrorCode = keyof Dhis2ErrorTypes;
