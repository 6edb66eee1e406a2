import { Refusal } from "../http/refusal.ts";
import type { Model } from "../schema/model.ts";
import type { Store } from "../store/store.ts";
import { idOf, textOf, type Values } from "../store/values.ts";

/** Refuses a data element whose values would be of another type than the options of its set: E1115. */
export function checkValueType(model: Model, values: Values, store: Store): void {
  if (model.name !== "DataElement") return;
  const setUid = idOf(values["optionSet"]);
  const set = setUid === undefined ? undefined : store.get(store.schemas.model("OptionSet"), setUid);
  const valueType = set === undefined ? undefined : textOf(set.values, "valueType");
  if (valueType === undefined || valueType === textOf(values, "valueType")) return;
  throw new Refusal(409, `Data element value type must match option set value type: \`${valueType}\``, {
    errorCode: "E1115",
  });
}
