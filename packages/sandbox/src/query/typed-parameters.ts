import { Refusal } from "../http/refusal.ts";

/** Parameters of a request as values of their types. */
export interface TypedParameters {
  /** A whole number; the fallback where the parameter is absent. */
  readonly integer: (name: string, fallback: number) => number;
  readonly boolean: (name: string, fallback: boolean) => boolean;
  /** One of the members of an enum; undefined where the parameter is absent. */
  readonly member: <Member extends string>(name: string, members: readonly Member[]) => Member | undefined;
}

/** How a release reads parameters. */
export interface ParameterReading {
  /** What does not have its parameter's type counts as absent, a boolean as false; it is refused otherwise. */
  readonly isLenient: boolean;
  /** Members of enums are known in either case. */
  readonly ignoresCase: boolean;
}

/** Reads parameters; a value that does not fit is a 400 that says what would, unless the reading is lenient. */
export function typedParameters(query: URLSearchParams, reading: ParameterReading): TypedParameters {
  const given = (name: string): string | undefined => {
    const text = query.get(name);
    return text === null || text === "" ? undefined : text;
  };
  const misfit = <Value>(name: string, text: string, wanted: string, instead: Value): Value => {
    if (reading.isLenient) return instead;
    throw new Refusal(400, `Value '${text}' is not valid for parameter ${name}. ${wanted}`);
  };
  return {
    integer: (name, fallback) => {
      const text = given(name);
      if (text === undefined) return fallback;
      if (/^[+-]?\d{1,9}$/.test(text.trim())) return Number(text);
      return misfit(name, text, "It should be of type int", fallback);
    },
    boolean: (name, fallback) => {
      const text = given(name);
      if (text === undefined) return fallback;
      if (/^(true|on|yes|1)$/i.test(text)) return true;
      if (/^(false|off|no|0)$/i.test(text)) return false;
      return misfit(name, text, "It should be of type boolean", false);
    },
    member: (name, members) => {
      const text = given(name);
      if (text === undefined) return undefined;
      const wanted = reading.ignoresCase ? text.toUpperCase() : text;
      const found = members.find((member) => member === wanted);
      return found ?? misfit(name, text, `Valid values are: [${members.join(", ")}]`, undefined);
    },
  };
}
