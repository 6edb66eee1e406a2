export type {
  EnumModel,
  Model,
  ModelReport,
  Property,
  QuirkSlice,
  ResourceModel,
  ServerModel,
  ServerSource,
  TypeRef,
} from "./server-model.ts";
