import { type CallOptions, type Connection, Resource } from "@dhis2w/runtime";
import type { CategoryComboUser } from "./category-combo.ts";

/** Everything that refers to a combo and that the user may read, by the properties that this release knows. */
export async function usersOf(
  connection: Connection,
  uid: string,
  call: CallOptions,
): Promise<CategoryComboUser[]> {
  const users: CategoryComboUser[] = [];
  const referrers = connection.resourceTable.referrers.CategoryCombo ?? {};
  for (const [resource, properties = []] of Object.entries(referrers))
    for (const property of properties) {
      const found = (await new Resource<Shapes, { model: "User" }>(connection, resource).list({
        ...call,
        fields: "id,name",
        filter: [`${property}.id:eq:${uid}`],
      })) as Shapes["User"][];
      users.push(...found.map(({ id, name }) => ({ resource, property, id, name })));
    }
  return users;
}

/** What `fields` asks for. */
interface Shapes {
  User: { readonly id: string; readonly name: string };
}
