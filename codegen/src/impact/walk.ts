import { ts } from "ts-morph";

/** Visits all nodes of a file; in JavaScript those of its JSDoc too, where its types stand. */
export function walk(file: ts.SourceFile, visit: (node: ts.Node) => void): void {
  const isScript = /\.[cm]?jsx?$/.test(file.fileName);
  const inside = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, inside);
  };
  const step = (node: ts.Node): void => {
    visit(node);
    if (isScript) for (const child of node.getChildren(file)) if (ts.isJSDoc(child)) inside(child);
    ts.forEachChild(node, step);
  };
  step(file);
}
