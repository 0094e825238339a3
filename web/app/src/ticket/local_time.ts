// What <input type="datetime-local"> holds, which has no zone: the reader's own.
const two = (value: number): string => String(value).padStart(2, "0");

export function local_of(at: string | number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** In UTC; nothing when the field is empty or holds no instant. */
export function instant_of_local(text: string): string | undefined {
  const at = text ? new Date(text) : undefined;
  return at && !Number.isNaN(at.getTime()) ? at.toISOString().replace(/\.\d+Z$/, "Z") : undefined;
}
