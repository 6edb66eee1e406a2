/** What GeoJSON calls a geometry (RFC 7946, section 1.4). */
export const geometryTypes: ReadonlySet<string> = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
]);
