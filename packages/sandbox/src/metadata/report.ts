import type { BundleEntry } from "../import/bundle.ts";
import { type ErrorReport, errorReportJson } from "../import/reports.ts";
import type { Model } from "../schema/model.ts";
import { type Json, type JsonObject, textOf } from "../store/values.ts";
import type { ImportOptions } from "./options.ts";

/** Objects of one type in a report. */
interface TypeRow {
  readonly model: Model;
  readonly entries: readonly BundleEntry[];
  /** Checks that refused an object; the server counts these, not the objects. */
  ignored: number;
  /** Whether a reference that leads nowhere has been counted: all of a type count once. */
  lostReference: boolean;
}

/** The report of an import, with the server's own way of counting. */
export class ImportReport {
  readonly #options: ImportOptions;
  readonly #types = new Map<Model, TypeRow>();
  readonly #errors = new Map<BundleEntry, ErrorReport[]>();
  readonly #removed = new Set<BundleEntry>();
  #ignoresAll = false;

  constructor(entries: readonly BundleEntry[], options: ImportOptions) {
    this.#options = options;
    for (const { model } of entries) {
      if (this.#types.has(model)) continue;
      const own = entries.filter((entry) => entry.model === model);
      this.#types.set(model, { model, entries: own, ignored: 0, lostReference: false });
    }
  }

  /** Adds what one check found; `removes` takes the object out of what is stored. */
  add(entry: BundleEntry, reports: readonly ErrorReport[], removes: boolean, atomic: boolean): void {
    const row = this.#types.get(entry.model);
    if (row === undefined || reports.length === 0) return;
    this.#errors.set(entry, [...(this.#errors.get(entry) ?? []), ...reports]);
    if (removes) {
      this.#removed.add(entry);
      row.ignored += 1;
    } else if (atomic && !row.lostReference) {
      row.lostReference = true;
      row.ignored += 1;
    }
  }

  hasErrors(): boolean {
    return this.#errors.size > 0;
  }

  isRemoved(entry: BundleEntry): boolean {
    return this.#removed.has(entry);
  }

  /** Counts everything as ignored, since nothing is stored. */
  ignoreAll(): void {
    this.#ignoresAll = true;
  }

  /** The report as the answer has it. */
  json(status: "OK" | "WARNING" | "ERROR"): JsonObject {
    const types = this.#options.skipsValidation ? [] : [...this.#types.values()];
    const typeReports = types.map((row) => ({
      klass: row.model.klass,
      stats: this.#stats(row),
      objectReports: this.#objectReports(row),
    }));
    return {
      status,
      typeReports,
      stats: total(typeReports.map(({ stats }) => stats)),
      responseType: "ImportReport",
    };
  }

  #stats(row: TypeRow): Stats {
    const kept = row.entries.filter((entry) => !this.#removed.has(entry));
    const count = (action: BundleEntry["action"]): number =>
      kept.filter((entry) => entry.action === action).length;
    if (this.#ignoresAll) return statsOf(0, 0, 0, row.ignored + kept.length);
    return statsOf(count("create"), count("update"), count("delete"), row.ignored);
  }

  #objectReports(row: TypeRow): Json[] {
    return row.entries
      .filter((entry) => this.#options.reportsAll || this.#errors.has(entry))
      .map((entry) => ({
        klass: entry.model.klass,
        index: entry.index,
        uid: entry.uid,
        ...this.#displayName(entry),
        errorReports: (this.#errors.get(entry) ?? []).map(errorReportJson),
      }));
  }

  #displayName(entry: BundleEntry): JsonObject {
    const name = textOf(entry.values, "name");
    return this.#options.reportsNames && name !== undefined ? { displayName: name } : {};
  }
}

interface Stats extends JsonObject {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly ignored: number;
  readonly total: number;
}

function statsOf(created: number, updated: number, deleted: number, ignored: number): Stats {
  return { created, updated, deleted, ignored, total: created + updated + deleted + ignored };
}

function total(all: readonly Stats[]): Stats {
  const sum = (key: "created" | "updated" | "deleted" | "ignored"): number =>
    all.reduce((sofar, stats) => sofar + stats[key], 0);
  return statsOf(sum("created"), sum("updated"), sum("deleted"), sum("ignored"));
}
