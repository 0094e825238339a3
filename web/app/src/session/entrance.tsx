// What one sees before one is signed in.
import type { ReactNode } from "react";

import { speak, useWords } from "../words/words";
import { language_now } from "../words/language";
import { session_words } from "./words";
import { HouseMark, useAccent, useOwnerBrand } from "../frame/brand";

export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  const say = useWords("session", session_words);
  const brand = useOwnerBrand();
  useAccent(brand);
  return (
    <main className="entrance" id="main">
      <div className="card">
        <div className="brand"><HouseMark brand={brand} />{brand?.logo && <span className="vh">{brand.name}</span>}</div>
        <h1>{title}</h1>
        {children}
        <div className="foot">
          <span className="prose">{say("forgotten")}</span>
          <button type="button" className="link" lang={language_now() === "fr" ? "en" : "fr"} onClick={() => void speak(language_now() === "fr" ? "en" : "fr")}>
            {say("language")}
          </button>
        </div>
      </div>
    </main>
  );
}
