// Where saved views are kept: one's own, and those that colleagues share.
import { client, of_version, once, told } from "../api/client";
import type { Schemas } from "../api/client";
import { all_of } from "../api/queries";
import type { View } from "./view";
import { view_of } from "./view";

export const read_views = async (screen: string): Promise<View[]> => {
  const kept = await all_of<Schemas["SavedView"]>((cursor) =>
    told(client.GET("/api/views", { params: { query: { screen, limit: 200, ...(cursor ? { cursor } : {}) } } })));
  return kept.map(view_of);
};

/** One's own of the same name is replaced. */
export async function keep_view(screen: string, views: readonly View[], view: { name: string; query: string; is_shared: boolean }): Promise<void> {
  const same = views.find((each) => each.kept?.is_own && each.name === view.name)?.kept;
  if (same) {
    const body = { query: view.query, is_shared: view.is_shared };
    await told(client.PATCH("/api/views/{reference}", { params: { path: { reference: same.reference }, header: of_version(same.version) }, body }));
  } else {
    await told(client.POST("/api/views", { params: { header: once() }, body: { ...view, screen } }));
  }
}

export const drop_view = (view: Schemas["SavedView"]): Promise<unknown> =>
  told(client.DELETE("/api/views/{reference}", { params: { path: { reference: view.reference } } }));
