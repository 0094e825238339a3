// An image of any size and kind, as small as a logo is shown: twice its height, for screens that are fine.
const most_high = 80, most_wide = 480;
/** What the server takes, in bytes. */
const most_bytes = 14 * 1_024;

const load = (url: string): Promise<HTMLImageElement> =>
  new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => failed(new Error("no image"));
    image.src = url;
  });

/** How wide and high `width` by `height` is shown: never larger than it is, but for drawings, which have no size of their own. */
export function small_size(width: number, height: number): { width: number; height: number } {
  const [own_width, own_height] = width > 0 && height > 0 ? [width, height] : [most_high, most_high];
  const share = Math.min(1, most_high / own_height, most_wide / own_width);
  return { width: Math.max(1, Math.round(own_width * share)), height: Math.max(1, Math.round(own_height * share)) };
}

/** A data: URL. Fails when it is no image. */
export async function small_image(file: File): Promise<string> {
  const url = URL.createObjectURL(file);
  try {
    const image = await load(url);
    const size = small_size(image.naturalWidth, image.naturalHeight);
    const canvas = document.createElement("canvas");
    canvas.width = size.width;
    canvas.height = size.height;
    canvas.getContext("2d")?.drawImage(image, 0, 0, size.width, size.height);
    const forms = [canvas.toDataURL("image/png"), ...[0.9, 0.7, 0.5, 0.3].map((quality) => canvas.toDataURL("image/webp", quality))];
    return forms.find((form) => (form.length - form.indexOf(",") - 1) * 3 / 4 <= most_bytes) ?? forms.at(-1) ?? "";
  } finally {
    URL.revokeObjectURL(url);
  }
}
