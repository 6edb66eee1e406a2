export type {
  Answer,
  CallOptions,
  Clock,
  Connection,
  HttpMethod,
  QueryValue,
  RequestOptions,
} from "./connection.ts";
