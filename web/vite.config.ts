import { defineConfig } from "vite";

// One classic script: pages opened from a disk may not load modules.
export default defineConfig({
  publicDir: false,
  build: {
    target: "es2022",
    outDir: "../src/variorum/edition/assets",
    emptyOutDir: false,
    modulePreload: false,
    lib: { entry: "src/main.ts", name: "variorum", formats: ["iife"], fileName: () => "variorum.js" },
  },
});
