/** Whether a body of this media type is JSON; `application/json+gzip` is not. */
export function isJson(mediaType: string): boolean {
  return /^(application\/([\w.-]+\+)?json|\*\/\*)\s*(;|$)/.test(mediaType);
}

/** The media type of forms, which is how files are sent. */
export const formMediaType = "multipart/form-data";
