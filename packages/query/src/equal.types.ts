/** Whether two types are the very same: `any`, optional and readonly keys tell. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Compiles for `true` only. */
export type Expect<Holds extends true> = Holds;
