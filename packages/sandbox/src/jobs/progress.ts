import { formatDate } from "../query/date.ts";
import type { Server } from "../server.ts";
import { emptyValues, type Json, type JsonObject } from "../store/values.ts";
import type { JobError, JobKey, Notification } from "./job-log.ts";

/** How a stage goes on after a failure. */
const policy = { onFailure: "FAIL" };

/** Types of jobs whose notifications say what they do; those of others are empty but for failures. */
const telling = new Set(
  `RESOURCE_TABLE SEND_SCHEDULED_MESSAGE ANALYTICS_TABLE CONTINUOUS_ANALYTICS_TABLE DATA_SET_NOTIFICATION MONITORING
  VALIDATION_RESULTS_NOTIFICATION SYSTEM_VERSION_UPDATE_CHECK DATA_SYNC SINGLE_EVENT_DATA_SYNC TRACKED_ENTITY_DATA_SYNC
  SMS_SEND PUSH_ANALYSIS PREDICTOR DATAVALUE_IMPORT COMPLETE_DATA_SET_REGISTRATION_IMPORT METADATA_IMPORT
  TRACKER_IMPORT_JOB GEOJSON_IMPORT`.split(/\s+/),
);

/** What a piece of work tells of itself: its notifications, and the record of its stages. */
export class JobProgress {
  readonly #server: Server;
  readonly #key: JobKey;
  readonly #user: string | undefined;
  #notifications: Notification[] = [];
  #stages: JsonObject[] = [];
  #errors: JobError[] = [];
  #description = "";
  #started = 0;
  #hasFailed = false;

  /** `user` is the UID of who lets it run. */
  constructor(server: Server, key: JobKey, user: string | undefined) {
    this.#server = server;
    this.#key = key;
    this.#user = user;
  }

  /** Says that the work begins, and with which parameters. */
  start(description: string, parameters: Json | undefined): void {
    this.#description = description;
    this.#started = this.#server.clock();
    this.#notify("INFO", this.#isTelling ? description : "", false, {
      dataType: "PARAMETERS",
      ...(parameters === undefined ? {} : { data: parameters }),
    });
  }

  /** A stage without parts. */
  stage(description: string): void {
    this.#addStage(description, 0, []);
  }

  /** A stage that goes through things by name; `announced` is how many it said before. */
  stageOf(description: string, items: readonly string[], announced: number = items.length): void {
    const summary = `${items.length} successful and 0 failed items`;
    const parts = items.map((name) => ({ ...this.#node(name), ...policy }));
    this.#addStage(description, announced, parts, summary);
  }

  /** A stage that says something of its own at its end. */
  stageWith(description: string, summary: string, items: readonly string[] = []): void {
    const parts = items.map((name) => ({ ...this.#node(name), ...policy }));
    this.#addStage(description, items.length, parts, summary);
  }

  #addStage(description: string, totalItems: number, items: readonly Json[], summary?: string): void {
    if (this.#isTelling) {
      this.#notify("INFO", description, false);
      if (summary !== undefined) this.#notify("INFO", summary, false);
    }
    const told = summary === undefined ? {} : { summary };
    this.#stages.push({ ...this.#node(description), ...told, totalItems, ...policy, items });
  }

  addError(error: JobError): void {
    const isSame = (other: JobError): boolean =>
      other.code === error.code && other.id === error.id && other.args.join() === error.args.join();
    if (!this.#errors.some(isSame)) this.#errors.push(error);
  }

  complete(summary?: string): void {
    this.#notify("INFO", this.#isTelling ? (summary ?? "") : "", true);
    this.#finish("SUCCESS", summary === undefined ? {} : { summary });
  }

  /** Whether the work came to nothing. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  fail(error: string): void {
    this.#hasFailed = true;
    this.#notify("ERROR", error, true);
    this.#finish("ERROR", { error });
  }

  /** Says one thing more after the end. */
  addLast(message: string): void {
    this.#notify("INFO", message, true);
    this.#server.jobs.update(this.#key, { notifications: this.#notifications });
  }

  /** Codes of all errors, in the order in which they came. */
  get errorCodes(): readonly string[] {
    return [...new Set(this.#errors.map(({ code }) => code))];
  }

  get #isTelling(): boolean {
    return telling.has(this.#key.type);
  }

  #finish(status: string, told: JsonObject): void {
    const end = this.#server.clock();
    const process: JsonObject = {
      ...told,
      status,
      startedTime: formatDate(this.#started),
      completedTime: formatDate(end),
      description: this.#description,
      stages: this.#stages,
      jobId: this.#key.id,
      ...(this.#user === undefined ? {} : { userId: this.#user }),
      duration: end - this.#started,
      complete: true,
    };
    const errors = this.#errors.length === 0 ? {} : { errors: byObject(this.#errors) };
    this.#server.jobs.update(this.#key, {
      notifications: this.#notifications,
      progress: { sequence: [process], ...errors },
      errors: this.#errors,
    });
  }

  /** What every part of the record has. */
  #node(description: string): JsonObject {
    const now = this.#server.now();
    return {
      status: "SUCCESS",
      startedTime: now,
      completedTime: now,
      description,
      duration: 0,
      complete: true,
    };
  }

  #notify(level: string, message: string, completed: boolean, more: JsonObject = {}): void {
    const uid = this.#server.makeUid();
    const category = this.#key.type;
    const time = this.#server.now();
    this.#notifications = [
      { uid, level, category, time, message, completed, ...more, id: uid },
      ...this.#notifications,
    ];
  }
}

/** Errors by object, then by code. */
function byObject(errors: readonly JobError[]): JsonObject {
  const found = emptyValues();
  for (const id of new Set(errors.map((error) => error.id))) {
    const ofObject = emptyValues();
    for (const { code } of errors.filter((error) => error.id === id))
      ofObject[code] = errors
        .filter((error) => error.id === id && error.code === code)
        .map(({ message: _, ...error }) => error);
    found[id] = ofObject;
  }
  return found;
}
