import { Refusal } from "../http/refusal.ts";
import { type LocatedJson, MalformedJson, parseLocated } from "../json/located-json.ts";
import type { Schemas } from "../schema/schema.ts";
import { isList, isObject, type Json, type JsonObject } from "../store/values.ts";

/** One step of a JSON Patch document. */
export type Operation =
  | { readonly op: "add" | "replace"; readonly path: readonly string[]; readonly value: Json }
  | { readonly op: "remove"; readonly path: readonly string[] }
  | { readonly op: "remove-by-id"; readonly path: readonly string[]; readonly id: string };

const operationClass = "org.hisp.dhis.commons.jackson.jsonpatch.JsonPatchOperation";

/** What Spring says of a body that is not there: it names the method that wanted it. */
const missingBody = [
  "Required request body is missing: public org.hisp.dhis.dxf2.webmessage.WebMessage",
  "org.hisp.dhis.webapi.controller.AbstractCrudController.patchObject(org.hisp.dhis.common.UID,java.util.Map<java.lang.String,",
  "java.lang.String>,org.hisp.dhis.user.UserDetails,org.hisp.dhis.commons.jackson.jsonpatch.JsonPatch)",
  "throws org.hisp.dhis.feedback.ForbiddenException,org.hisp.dhis.feedback.NotFoundException,org.hisp.dhis.commons.jackson.jsonpatch.JsonPatchException,org.hisp.dhis.feedback.ConflictException",
].join(" ");

/** Reads a JSON Patch document; refuses what the release refuses, in its words. */
export function readPatch(text: string, schemas: Schemas): Operation[] {
  try {
    const document = parseLocated(text);
    if (!isList(document.value))
      throw new MalformedJson(
        `Cannot deserialize value of type \`java.util.ArrayList<${operationClass}>\` from Object value (token \`JsonToken.FIELD_NAME\`)`,
        further(document.place([]), 1),
        false,
      );
    return document.value.map((operation, index) => readOperation(operation, index, document));
  } catch (error) {
    if (error instanceof MalformedJson) throw malformed(error, schemas);
    throw error;
  }
}

/** The wrapper of the later releases leaves the place out; an empty body is another message there. */
function malformed(error: MalformedJson, schemas: Schemas): Refusal {
  const status = Number(schemas.quirk("malformedPatchStatus"));
  if (status === 500) return new Refusal(status, error.message);
  if (error.problem.startsWith("No content to map")) return new Refusal(status, missingBody);
  return new Refusal(status, `JSON parse error: ${error.problem}`);
}

/** A place so many characters on in its line. */
const further = (place: string, characters: number): string =>
  place.replace(/column: (\d+)/, (_, column) => `column: ${Number(column) + characters}`);

function readOperation(operation: Json, index: number, document: LocatedJson): Operation {
  if (!isObject(operation))
    throw new MalformedJson(
      `Cannot construct instance of \`${operationClass}\``,
      document.place([index]),
      false,
    );
  const { op } = operation;
  const chain = ` (through reference chain: java.util.ArrayList[${index}])`;
  if (typeof op !== "string")
    throw new MalformedJson(
      `Could not resolve subtype of [simple type, class ${operationClass}]: missing type id property 'op' (for POJO property '#temporary-name')`,
      `${endPlace(document, index, operation)}${chain}`,
      false,
    );
  if (op !== "add" && op !== "replace" && op !== "remove" && op !== "remove-by-id")
    throw new MalformedJson(
      `Could not resolve type id '${op}' as a subtype of \`${operationClass}\`: known type ids = [add, remove, remove-by-id, replace] (for POJO property '#temporary-name')`,
      `${document.place([index, "op"])}${chain}`,
      false,
    );
  const path = readPath(operation["path"]);
  if (op === "remove") return { op, path };
  if (op === "remove-by-id") return { op, path, id: String(operation["id"] ?? "") };
  const { value } = operation;
  if (value === undefined) throw missingValue(op);
  return { op, path, value };
}

/** Where the server notices that an operation has ended without what it looked for: after its last value. */
function endPlace(document: LocatedJson, index: number, operation: JsonObject): string {
  const last = Object.entries(operation).at(-1);
  if (last === undefined) return document.place([index]);
  const [name, value] = last;
  return further(document.place([index, name]), JSON.stringify(value).length);
}

function missingValue(op: "add" | "replace"): Error {
  const problem =
    'Cannot invoke "com.fasterxml.jackson.databind.JsonNode.deepCopy()" because "value" is null';
  const name = op === "add" ? "AddOperation" : "ReplaceOperation";
  return new MissingValue(problem, name);
}

/** A value that is not there: later releases name the class that could not be made. */
class MissingValue extends MalformedJson {
  constructor(problem: string, name: string) {
    super(
      `Cannot construct instance of \`org.hisp.dhis.commons.jackson.jsonpatch.operations.${name}\`, problem: ${problem}`,
      "",
      false,
    );
    this.message = problem;
  }
}

function readPath(path: Json | undefined): string[] {
  if (typeof path !== "string")
    throw new Refusal(
      500,
      'Cannot invoke "com.fasterxml.jackson.core.JsonPointer.getMatchingProperty()" because the return value of "org.hisp.dhis.commons.jackson.jsonpatch.JsonPatchOperation.getPath()" is null',
    );
  if (path === "") return [];
  if (!path.startsWith("/"))
    throw new MalformedJson(
      `Invalid input: JSON Pointer expression must start with '/': "${path}"`,
      "",
      false,
    );
  return path
    .slice(1)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
