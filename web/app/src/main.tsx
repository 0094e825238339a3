// Where the app begins.
import "@fontsource/inter/latin-400.css";
import "@fontsource/inter/latin-600.css";
import "@fontsource/inter/latin-700.css";
import "@fontsource/inter/latin-ext-400.css";
import "@fontsource/inter/latin-ext-600.css";
import "@fontsource/inter/latin-ext-700.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/parts.css";

import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { queries } from "./api/queries";
import { apply_theme, useThemeInForce } from "./frame/theme";
import { router } from "./routes";
import { apply_density } from "./session/density";
import { begin_words } from "./words/words";

function App() {
  return (
    // Styles are in files: nothing is written into the page, as its policy asks.
    <MantineProvider forceColorScheme={useThemeInForce()} withCssVariables={false} withGlobalClasses={false} deduplicateCssVariables={false}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

async function begin(): Promise<void> {
  apply_theme();
  apply_density();
  await begin_words();
  const place = document.getElementById("app");
  if (place) createRoot(place).render(<StrictMode><App /></StrictMode>);
}

void begin();
