import type { Route } from "../http/routes.ts";
import { geometryRoutes } from "./geometry.ts";
import { levelRoutes } from "./levels.ts";
import { splitAndMergeRoutes } from "./split-and-merge.ts";

/** What organisation units have beside what every resource has. */
export const unitRoutes: readonly Route[] = [...geometryRoutes, ...levelRoutes, ...splitAndMergeRoutes];
