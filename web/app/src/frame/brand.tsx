// How a company looks: its logo in place of ours, its colour in place of the usual one.
import { useEffect } from "react";

import { client, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { Mark } from "./mark";
import { useThemeInForce } from "./theme";

export type Brand = Schemas["Brand"];

/** Of the company that runs the installation: anyone sees it, signed in or not. */
export const useOwnerBrand = (): Brand | undefined => useRead("party", ["brand", "of the owner"], () => told(client.GET("/api/brand"))).data;

export const useBrandOf = (reference: string | undefined) =>
  useRead("party", ["brand", reference], () => told(client.GET("/api/parties/{reference}/brand", { params: { path: { reference: reference ?? "" } } })), { enabled: reference !== undefined });

/** The colour of a company, on the whole page as long as this is there. */
export function useAccent(brand: Brand | undefined): void {
  const theme = useThemeInForce();
  const accent = theme === "dark" ? brand?.accent_in_the_dark : brand?.accent;
  useEffect(() => {
    if (!accent) return undefined;
    const { style } = document.documentElement;
    const values = { "--accent": accent, "--focus": accent, "--accent-soft": `color-mix(in srgb, ${accent} 12%, var(--page))` };
    for (const [name, value] of Object.entries(values)) style.setProperty(name, value);
    return () => { for (const name of Object.keys(values)) style.removeProperty(name); };
  }, [accent]);
}

export const house_name = (brand: Brand | undefined): string => (brand && brand.version > 0 ? brand.name : "Vigie");

/** A logo says the name already; without one, our mark with the name of the house. */
export function HouseMark({ brand }: { brand: Brand | undefined }) {
  if (brand?.logo) return <img className="logo" src={brand.logo} alt="" />;
  return <><Mark /><b>{house_name(brand)}</b></>;
}
