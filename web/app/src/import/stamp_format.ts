// Which formats of the profile the stamps of a column follow.

type Format = { name: string; pattern: RegExp; day?: number; month?: number };

/** Those that exports have; the first that fits is proposed. Days before months, as here. */
const known: readonly Format[] = [
  { name: "iso", pattern: /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/ },
  ...["/", "-", "."].flatMap((mark): Format[] => {
    const sign = mark === "." ? "\\." : mark;
    const days = `(\\d{1,2})${sign}(\\d{1,2})${sign}(\\d{4})`;
    return [
      { name: `d${mark}M${mark}yyyy H:mm`, pattern: new RegExp(`^${days} \\d{1,2}:\\d{2}$`), day: 1, month: 2 },
      { name: `M${mark}d${mark}yyyy H:mm`, pattern: new RegExp(`^${days} \\d{1,2}:\\d{2}$`), day: 2, month: 1 },
      { name: `d${mark}M${mark}yyyy H:mm:ss`, pattern: new RegExp(`^${days} \\d{1,2}:\\d{2}:\\d{2}$`), day: 1, month: 2 },
      { name: `M${mark}d${mark}yyyy H:mm:ss`, pattern: new RegExp(`^${days} \\d{1,2}:\\d{2}:\\d{2}$`), day: 2, month: 1 },
      { name: `M${mark}d${mark}yyyy h:mm a`, pattern: new RegExp(`^${days} \\d{1,2}:\\d{2} ?[AaPp][Mm]$`), day: 2, month: 1 },
      { name: `M${mark}d${mark}yyyy h:mm:ss a`, pattern: new RegExp(`^${days} \\d{1,2}:\\d{2}:\\d{2} ?[AaPp][Mm]$`), day: 2, month: 1 },
      { name: `d${mark}M${mark}yyyy`, pattern: new RegExp(`^${days}$`), day: 1, month: 2 },
    ];
  }),
  { name: "yyyy/MM/dd HH:mm", pattern: /^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}$/ },
  { name: "yyyy/MM/dd HH:mm:ss", pattern: /^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/ },
  { name: "d MMM yyyy H:mm", pattern: /^\d{1,2} \p{L}+\.? \d{4} \d{1,2}:\d{2}$/u },
  { name: "epoch_seconds", pattern: /^1\d{9}$/ },
  { name: "epoch_milliseconds", pattern: /^1\d{12}$/ },
];

export function fits(format: Format, cell: string): boolean {
  const found = format.pattern.exec(cell);
  if (!found) return false;
  if (format.day === undefined || format.month === undefined) return true;
  const day = Number(found[format.day]);
  const month = Number(found[format.month]);
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

export type FormatsSeen = {
  /** In the order in which they are to be tried. */
  formats: string[];
  /** Cells that follow none of them. */
  unread: string[];
  /** Days and months could be read either way. */
  is_ambiguous: boolean;
};

/** Greedy: the format that reads the most goes first, then the one that reads the most of the rest. */
export function formats_of(cells: readonly string[]): FormatsSeen {
  let rest = [...new Set(cells)];
  const formats: string[] = [];
  let is_ambiguous = false;
  while (rest.length > 0 && formats.length < 3) {
    const counts = known.map((format) => rest.filter((cell) => fits(format, cell)).length);
    const most = Math.max(...counts);
    if (most === 0) break;
    const format = known[counts.indexOf(most)] as Format;
    if (format.name.startsWith("d") && format.day !== undefined) {
      const other = known.findIndex((each) => each.name === format.name.replace(/^d(.)M/, "M$1d"));
      is_ambiguous ||= other >= 0 && counts[other] === most;
    }
    formats.push(format.name);
    rest = rest.filter((cell) => !fits(format, cell));
  }
  return { formats, unread: rest, is_ambiguous };
}

/** Whether a column holds stamps: nearly all of what it says can be read as such, days alone do not count. */
export function is_stamps(cells: readonly string[]): boolean {
  if (cells.length === 0) return false;
  const seen = formats_of(cells.slice(0, 200));
  const unread = new Set(seen.unread);
  const read = cells.slice(0, 200).filter((cell) => !unread.has(cell)).length;
  return seen.formats.length > 0 && read >= 0.9 * Math.min(200, cells.length);
}

/** Whether a cell follows one of the formats; one that we do not know how to check is taken to read it. */
export function fits_any(formats: readonly string[], cell: string): boolean {
  return formats.some((name) => {
    const format = known.find((each) => each.name === name);
    return !format || fits(format, cell);
  });
}
