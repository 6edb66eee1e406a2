/** What OpenAPI adds to a class's name for the shapes it makes of it. */
const shapesOfClass = /^(?:UID_)?(.+?)(?:Params|PropertyNames)?$/;

/** The class that a shape of the OpenAPI document was made of, by its name: `DataElement` of `DataElementParams`. */
export const classOfShape = (component: string): string => shapesOfClass.exec(component)?.[1] ?? component;
