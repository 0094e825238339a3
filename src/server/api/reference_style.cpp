// How the reference looks: the tokens of the web application, light and dark, without a font or an
// image from elsewhere.
#include "server/api/reference_page.h"

namespace vigie {

namespace {

constexpr std::string_view style = R"css(:root {
  --page: #ffffff; --raised: #f6f8fa; --border: #d7dce3; --hair: #e8ebf0;
  --ink: #1d2530; --ink-2: #4a5565; --accent: #0b5cad; --soft: #e6f0fb;
  --font: Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181f; --raised: #1b212a; --border: #333c49; --hair: #262d38;
    --ink: #e6eaf0; --ink-2: #aab4c3; --accent: #6cb2ff; --soft: #17304d;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 72px; }
body {
  margin: 0; color: var(--ink); background: var(--page);
  font: 400 14px/20px var(--font); font-variant-numeric: tabular-nums;
}
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
ul { list-style: none; }
h1 { font-size: 20px; line-height: 28px; font-weight: 600; }
h2 { font-size: 16px; line-height: 24px; font-weight: 600; margin: 32px 0 12px; }
h3 { font-size: 14px; line-height: 20px; font-weight: 600; }
code { font: 13px/20px var(--mono); overflow-wrap: anywhere; }
h3 code { font-weight: 600; }
small { font-size: 12px; line-height: 16px; color: var(--ink-2); font-weight: 400; }
a { color: var(--accent); text-underline-offset: 2px; }
a:has(> code) { text-underline-offset: 4px; }
a:focus-visible, [tabindex]:focus-visible {
  outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px;
}
main:focus, article:focus { outline: none; }
.skip { position: absolute; left: -100vw; padding: 8px 12px; background: var(--page); z-index: 2; }
.skip:focus { left: 8px; top: 8px; }
header {
  position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center;
  gap: 4px 24px; min-height: 48px; padding: 8px 24px;
  background: var(--raised); border-bottom: 1px solid var(--border);
}
.name { font-weight: 600; }
.pages ul { display: flex; gap: 4px; }
.pages a {
  display: block; padding: 6px 12px; border-radius: 4px; color: var(--ink); text-decoration: none;
}
.pages a:hover { text-decoration: underline; }
.pages a[aria-current] { background: var(--soft); color: var(--accent); font-weight: 600; }
.aside { color: var(--ink-2); margin-left: auto; }
.language a, .aside a { display: inline-block; padding: 2px 0; }
.columns { display: flex; align-items: flex-start; max-width: 1240px; }
.anchors {
  position: sticky; top: 49px; flex: 0 0 280px; max-height: calc(100vh - 49px);
  overflow-y: auto; padding: 20px 12px 32px 24px; border-right: 1px solid var(--hair);
}
.anchors a {
  display: block; padding: 2px 8px; color: var(--ink-2); text-decoration: none; border-radius: 4px;
  font-size: 13px; line-height: 20px; overflow-wrap: anywhere;
}
.anchors a:hover { color: var(--accent); background: var(--raised); }
.anchors .heading a { margin-top: 12px; color: var(--ink); font-weight: 600; }
.anchors code { font-size: 12px; }
main { flex: 1 1 auto; min-width: 0; padding: 24px 32px 96px; }
.lead { max-width: 72ch; margin-top: 4px; color: var(--ink-2); }
article { padding: 12px 0 16px; border-top: 1px solid var(--hair); }
article > p { max-width: 80ch; margin-top: 4px; }
article:target {
  background: var(--soft); margin: 0 -12px; padding-left: 12px; padding-right: 12px;
  border-radius: 4px;
}
.self { color: inherit; text-decoration: none; }
.self:hover { text-decoration: underline; }
.method { font: 600 12px/16px var(--mono); }
h3 .method {
  display: inline-block; min-width: 56px; padding: 1px 6px; margin-right: 4px; text-align: center;
  border: 1px solid var(--border); border-radius: 4px; background: var(--raised);
}
dl { display: grid; grid-template-columns: minmax(88px, max-content) 1fr; gap: 4px 16px; }
article > dl { margin-top: 8px; }
dt { color: var(--ink-2); }
.sentence + .sentence, .meaning, .told { color: var(--ink-2); }
.told b { font-weight: 600; }
.wide { overflow-x: auto; margin-top: 8px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 18px; }
th, td { padding: 7px 12px 7px 0; text-align: left; vertical-align: top; font-weight: 400; }
thead th { color: var(--ink-2); font-weight: 600; border-bottom: 1px solid var(--border); }
tbody th, tbody td { border-bottom: 1px solid var(--hair); }
table:not(.matrix) { table-layout: fixed; min-width: 560px; }
table:not(.matrix) th:first-child { width: 24%; }
table:not(.matrix) th:nth-child(2) { width: 36%; }
tbody td { overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--accent); }
.matrix { min-width: 900px; }
.matrix thead th { vertical-align: bottom; }
.matrix td { text-align: center; padding-left: 12px; }
.matrix thead th + th { text-align: center; padding-left: 12px; }
.matrix tbody th { min-width: 260px; }
.matrix tbody th code { font-weight: 600; }
.matrix small { display: block; }
.matrix tr:target { background: var(--soft); }
.aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 860px) {
  .columns { display: block; }
  .anchors {
    position: static; max-height: 40vh; padding: 4px 8px 16px;
    border-right: 0; border-bottom: 1px solid var(--hair);
  }
  main { padding: 16px 16px 64px; }
  header { position: static; padding: 8px 16px; }
  .aside { margin-left: 0; }
  dl { grid-template-columns: 1fr; }
  html { scroll-padding-top: 8px; }
}
@media print {
  header, .anchors { display: none; }
  article { break-inside: avoid; }
}
)css";

}  // namespace

std::string_view reference_style() { return style; }

}  // namespace vigie
