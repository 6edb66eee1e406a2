export type { Ref, RefTarget } from "./ref.ts";
export type { Changes, CoreTypes, ResourceTable, ResourceType } from "./resource.ts";
export type { QuirkValue, ServerDescription } from "./server.ts";
export type { DateTime, OpenEnum, TextKind } from "./value.ts";
