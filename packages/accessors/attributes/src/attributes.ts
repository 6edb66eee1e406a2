import { type CallOptions, type Connection, checkText, Dhis2Error, isUid, Resource } from "@dhis2w/runtime";
import type {
  AttributableResource,
  AttributeInResources,
  AttributesCore,
  NewAttribute,
} from "./attribute.ts";
import { flagOf } from "./flag.ts";

declare module "@dhis2w/runtime" {
  /** What `isDhis2Error` narrows to. */
  interface Dhis2ErrorTypes {
    "ATTRIBUTE.UNKNOWN": Dhis2Error;
  }
}

/**
 * Attributes: what administrators add to metadata objects, which then carry attribute values.
 *
 * A call takes `signal` and `timeout`; the latter holds for each of its requests. Mistakes in arguments are `TypeError` or
 * `RangeError`, among them a resource whose objects carry no attribute values in this release.
 */
export class Attributes<Core extends AttributesCore> {
  readonly #connection: Connection;
  readonly #resource: Resource<{ Attribute: object }, { model: "Attribute"; create: object }>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#resource = new Resource(connection, "attributes");
  }

  /**
   * The attributes that objects of a resource can carry values of, by name.
   *
   * One request for each 500.
   *
   * @example
   * ```ts
   * import { attributes } from "@dhis2w/client-v42/attributes";
   *
   * for (const attribute of await attributes(dhis2).listFor("organisationUnits"))
   *   console.log(attribute.name, attribute.code, attribute.valueType, attribute.unique);
   * ```
   */
  async listFor(
    resource: AttributableResource<Core>,
    call: CallOptions = {},
  ): Promise<AttributeInResources<Core>[]> {
    this.#checkResources([resource]);
    const found = await this.#resource.list({
      ...call,
      fields: ":owner,displayName",
      filter: [`${flagOf(resource)}:eq:true`],
      order: "name:asc",
    });
    return found.map((attribute) => this.#withResources(attribute));
  }

  /**
   * The attribute with this code; `ATTRIBUTE.UNKNOWN` without it.
   *
   * One request.
   *
   * @example
   * ```ts
   * import { attributes } from "@dhis2w/client-v42/attributes";
   *
   * const mflCode = await attributes(dhis2).getByCode("MFL_CODE");
   * await dhis2.attributeValues.setValue("organisationUnits", facilityUid, mflCode, "12345");
   * ```
   */
  async getByCode(code: string, call: CallOptions = {}): Promise<AttributeInResources<Core>> {
    checkText("code", code);
    const fields = ":owner,displayName";
    const [found] = await this.#resource.list({ ...call, fields, filter: [`code:eq:${code}`] });
    if (found === undefined) throw new Dhis2Error("ATTRIBUTE.UNKNOWN", `No attribute has the code '${code}'`);
    return this.#withResources(found);
  }

  /**
   * Makes an attribute for objects of the resources given, and reads it back; `attributeValues` takes it as it is, or its
   * code or UID.
   *
   * Two requests. A name or code that is taken is `HTTP.CONFLICT` with rows.
   *
   * @example
   * ```ts
   * import { attributes } from "@dhis2w/client-v42/attributes";
   *
   * const snomed = await attributes(dhis2).create({
   *   name: "SNOMED CT",
   *   code: "SNOMED",
   *   valueType: "TEXT",
   *   resources: ["options", "dataElements"],
   * });
   * await dhis2.attributeValues.setValue("options", optionUid, snomed, "386713009");
   * ```
   */
  async create(attribute: NewAttribute<Core>, call: CallOptions = {}): Promise<AttributeInResources<Core>> {
    const { resources, optionSet, uid, mandatory = false, unique = false, ...properties } = attribute;
    checkText("name", attribute.name);
    if (attribute.code !== undefined) checkText("code", attribute.code);
    for (const one of [optionSet, uid])
      if (one !== undefined && !isUid(one)) throw new RangeError(`'${one}' is not a UID`);
    this.#checkResources(resources);
    const report = await this.#resource.create(
      {
        id: uid,
        ...properties,
        unique,
        mandatory,
        optionSet: optionSet === undefined ? undefined : { id: optionSet },
        ...Object.fromEntries(resources.map((resource) => [flagOf(resource), true])),
      },
      call,
    );
    const made = await this.#resource.get(report.uid, { ...call, fields: ":owner,displayName" });
    return this.#withResources(made);
  }

  #checkResources(resources: readonly string[]): void {
    const { resourceTable, server } = this.#connection;
    if (!Array.isArray(resources)) throw new TypeError("resources must be a list");
    if (resources.length === 0) throw new RangeError("resources must name at least one");
    for (const resource of resources)
      if (!resourceTable.attributable.includes(resource))
        throw new RangeError(`DHIS2 ${server.release} has no attribute values on '${resource}'`);
  }

  /** An attribute as it was read, its flags as a list of resources. */
  #withResources(attribute: object): AttributeInResources<Core> {
    const { attributable } = this.#connection.resourceTable;
    const flags = new Map(attributable.map((resource) => [flagOf(resource) as string, resource]));
    const given = Object.entries(attribute);
    const properties = Object.fromEntries(given.filter(([name]) => !flags.has(name)));
    const resources = attributable.filter((resource) =>
      given.some(([name, value]) => value === true && name === flagOf(resource)),
    );
    // What `fields` asks for, without the flags.
    return { ...properties, resources } as unknown as AttributeInResources<Core>;
  }
}

/**
 * The attributes of a server.
 *
 * @example
 * ```ts
 * import { createAttributes } from "@dhis2w/attributes";
 * import type { Core } from "@dhis2w/client-v42";
 *
 * const attributes = createAttributes<Core>(dhis2);
 * ```
 */
export const createAttributes = <Core extends AttributesCore>(connection: Connection): Attributes<Core> =>
  new Attributes(connection);
