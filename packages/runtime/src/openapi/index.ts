export { createOpenApi } from "./create-openapi.ts";
export type {
  OpenApi,
  OpenApiAnswer,
  OpenApiAnswers,
  OpenApiArguments,
  OpenApiCallOptions,
  OpenApiFactory,
  OpenApiMapsShape,
  OpenApiMethod,
} from "./types.ts";
