// How large a file is, as people say it.
import { number } from "../words/format";
import { language_now } from "../words/language";

export function size(bytes: number): string {
  const unit = language_now() === "fr" ? "o" : "B";
  const space = "\u00a0";
  if (bytes < 1_000) return `${number(bytes)}${space}${unit}`;
  if (bytes < 1_000_000) return `${number(bytes / 1_000)}${space}k${unit}`;
  return `${number(bytes / 1_000_000, bytes < 100_000_000 ? 1 : 0)}${space}M${unit}`;
}
