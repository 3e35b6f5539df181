import { parsed, refused, type Parsed } from '../parsed.ts';

/** Reads a topic's name as Kafka allows it: 1–249 of `a–z A–Z 0–9 . _ -`, neither `.` nor `..`. */
export function topicNameValue(text: string): Parsed<string> {
  if (text === '') {
    return refused('valueMissing');
  }
  const valid = /^[a-zA-Z0-9._-]{1,249}$/.test(text) && text !== '.' && text !== '..';
  return valid ? parsed(text) : refused('topicNameInvalid', text);
}
