// A number in a sentence: `count` chooses the form of the plural, `n` is how it is written.
import { number } from "./format";

export const counted = (count: number): { count: number; n: string } => ({ count, n: number(count) });
