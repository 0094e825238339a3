import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

import { vocabulary } from "./vocabulary";

const server = process.env["VIGIE_ADDRESS"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), vocabulary()],
  build: {
    outDir: "../../build/web/dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": server, "/reference": server } },
});
