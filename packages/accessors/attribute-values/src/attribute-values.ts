import type { CallOptions, Connection } from "@dhis2w/runtime";
import { checkAttribute, checkResource, checkValue, checkValueText, objectPath } from "./arguments.ts";
import type {
  AttributableResource,
  AttributeReference,
  AttributeValuesCore,
  AttributeValueWithAttribute,
  FindOptions,
  RuntimeName,
} from "./attribute-value.ts";
import { Attributes } from "./attributes.ts";
import { changeValue } from "./change-value.ts";
import { findUids } from "./find-uids.ts";
import { readValues, valuesIn } from "./object-values.ts";
import { findValue } from "./stored-value.ts";

/**
 * Attribute values: what administrators add to any metadata object, often its code in another system. An attribute is
 * named by its code or its UID, or given as it was read; a resource by its name, as the compiler knows it or, at run time, as any `string`.
 *
 * A call takes `signal` and `timeout`; the latter holds for each of its requests. Errors beside those of every request:
 * `ATTRIBUTE.UNKNOWN` for an attribute that the server does not have;
 * `RangeError` for a resource whose objects carry no attribute values.
 */
export class AttributeValues<Core extends AttributeValuesCore> {
  readonly #connection: Connection;
  readonly #attributes: Attributes;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#attributes = new Attributes(connection);
  }

  /**
   * The UID of the attribute with this code or UID; where one text is both, the UID counts. An attribute as it was read
   * needs no look.
   *
   * One request, and none for a UID that this client has met as an attribute's before, or for an attribute as it was
   * read. Codes are asked each time.
   *
   * @example
   * ```ts
   * const attributeUid = await dhis2.attributeValues.resolveAttributeUid("MFL_CODE");
   * ```
   */
  async resolveAttributeUid(attribute: AttributeReference, call: CallOptions = {}): Promise<string> {
    checkAttribute(attribute);
    return typeof attribute === "string" ? this.#attributes.uidOf(attribute, call) : attribute.id;
  }

  /**
   * The value that an object has for an attribute, or `undefined`.
   *
   * One request, and that of `resolveAttributeUid`.
   *
   * @example
   * ```ts
   * const code = await dhis2.attributeValues.getValue("organisationUnits", facilityUid, "MFL_CODE");
   * ```
   */
  async getValue<Name extends string = never>(
    resource: AttributableResource<Core> | RuntimeName<Name>,
    uid: string,
    attribute: AttributeReference,
    call: CallOptions = {},
  ): Promise<string | undefined> {
    const path = objectPath(this.#connection, resource, uid);
    const attributeUid = await this.resolveAttributeUid(attribute, call);
    return findValue(await readValues(this.#connection, path, call), attributeUid);
  }

  /**
   * Gives an object a value for an attribute; its other values and the rest of it stay. An empty value is a `RangeError`
   * where the release does not store it (BUG-101).
   *
   * Calls for one object wait for each other, so that all of a process are stored. A write of another process that comes
   * between is seen by reading back and merged again, but for the window of BUG-122; `ATTRIBUTE_VALUE.LOST` says
   * that five attempts were not enough. Three requests (read, write, read back), one where the object has the
   * value, and that of `resolveAttributeUid`; two more an attempt.
   *
   * @example
   * ```ts
   * await dhis2.attributeValues.setValue("organisationUnits", facilityUid, "MFL_CODE", "12345");
   * ```
   */
  async setValue<Name extends string = never>(
    resource: AttributableResource<Core> | RuntimeName<Name>,
    uid: string,
    attribute: AttributeReference,
    value: string,
    call: CallOptions = {},
  ): Promise<void> {
    const path = objectPath(this.#connection, resource, uid);
    checkValue(this.#connection, value);
    const attributeUid = await this.resolveAttributeUid(attribute, call);
    await changeValue(this.#connection, path, attributeUid, value, call);
  }

  /**
   * Takes the value of an attribute away from an object, and says whether there was one; its other values and the rest
   * of it stay. Nothing is written where there is none.
   *
   * Guarded like `setValue`, with as many requests.
   *
   * @example
   * ```ts
   * const wasThere = await dhis2.attributeValues.deleteValue("organisationUnits", facilityUid, "MFL_CODE");
   * ```
   */
  async deleteValue<Name extends string = never>(
    resource: AttributableResource<Core> | RuntimeName<Name>,
    uid: string,
    attribute: AttributeReference,
    call: CallOptions = {},
  ): Promise<boolean> {
    const path = objectPath(this.#connection, resource, uid);
    const attributeUid = await this.resolveAttributeUid(attribute, call);
    return (await changeValue(this.#connection, path, attributeUid, undefined, call)) !== undefined;
  }

  /**
   * The UIDs of all objects that have exactly this value, over all pages, in the order of the UIDs; `filter` narrows them
   * further. Right for values with commas, blanks at the ends and empty ones too, which some releases cut or refuse in a
   * filter (BUG-111): then more objects are read, and their values compared here.
   *
   * One request a page, and that of `resolveAttributeUid`.
   *
   * @example
   * ```ts
   * const uids = await dhis2.attributeValues.findUidsByValue("organisationUnits", "OWNERSHIP", "private", {
   *   filter: "level:eq:4",
   * });
   * ```
   */
  async findUidsByValue<Name extends string = never>(
    resource: AttributableResource<Core> | RuntimeName<Name>,
    attribute: AttributeReference,
    value: string,
    options: FindOptions = {},
  ): Promise<string[]> {
    const uids: string[] = [];
    for await (const uid of this.#find(resource, attribute, value, options)) uids.push(uid);
    return uids;
  }

  /**
   * The first UID of those that `findUidsByValue` gives, or `undefined`.
   *
   * @example
   * ```ts
   * const facility = await dhis2.attributeValues.findOneUidByValue("organisationUnits", "MFL_CODE", "12345");
   * ```
   */
  async findOneUidByValue<Name extends string = never>(
    resource: AttributableResource<Core> | RuntimeName<Name>,
    attribute: AttributeReference,
    value: string,
    options: FindOptions = {},
  ): Promise<string | undefined> {
    for await (const uid of this.#find(resource, attribute, value, options)) return uid;
    return undefined;
  }

  /**
   * All attribute values of an object, each with the code and the name of its attribute; in no order.
   *
   * One request.
   *
   * @example
   * ```ts
   * const values = await dhis2.attributeValues.listFor("organisationUnits", facilityUid);
   * for (const { attribute, value } of values) console.log(attribute.name, value);
   * ```
   */
  async listFor<Name extends string = never>(
    resource: AttributableResource<Core> | RuntimeName<Name>,
    uid: string,
    call: CallOptions = {},
  ): Promise<AttributeValueWithAttribute[]> {
    const path = objectPath(this.#connection, resource, uid);
    const query = { fields: "id,attributeValues[attribute[id,code,name],value]" };
    const object = await this.#connection.request("GET", path, { ...call, query });
    return valuesIn<AttributeValueWithAttribute>(this.#connection, path, object);
  }

  async *#find(
    resource: string,
    attribute: AttributeReference,
    value: string,
    options: FindOptions,
  ): AsyncGenerator<string, void, undefined> {
    checkResource(this.#connection, resource);
    checkValueText(value);
    const { filter = [], ...call } = options;
    const attributeUid = await this.resolveAttributeUid(attribute, call);
    yield* findUids(this.#connection, resource, attributeUid, value, [filter].flat(), call);
  }
}

/**
 * The attribute values of a server; every client has them as `dhis2.attributeValues`.
 *
 * @example
 * ```ts
 * import { createAttributeValues } from "@dhis2w/attribute-values";
 * import type { Core } from "@dhis2w/client-v42";
 *
 * const attributeValues = createAttributeValues<Core>(dhis2);
 * ```
 */
export const createAttributeValues = <Core extends AttributeValuesCore>(
  connection: Connection,
): AttributeValues<Core> => new AttributeValues(connection);
