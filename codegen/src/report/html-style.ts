/** Style of the page: both colour schemes, readable on a phone. */
export const pageStyle = `
:root { color-scheme: light dark; --bg: #f6f7f9; --card: #fff; --ink: #1b2733; --soft: #5f6f80; --line: #dde3ea;
  --breaking-for-readers: #c62828; --breaking-for-writers: #9c27b0; --risky: #b26a00; --additive: #2e7d32; --cosmetic: #607d8b; }
@media (prefers-color-scheme: dark) { :root { --bg: #12181f; --card: #1b242e; --ink: #e4eaf0; --soft: #93a3b3; --line: #2d3945;
  --breaking-for-readers: #ff7b72; --breaking-for-writers: #d88be8; --risky: #f0b04a; --additive: #6fcf7c; --cosmetic: #9db2bf; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header { position: sticky; top: 0; z-index: 1; background: var(--card); border-bottom: 1px solid var(--line); padding: 16px max(16px, calc(50vw - 560px)); }
h1 { font-size: 20px; margin: 0 0 12px; letter-spacing: -.01em; }
form { display: flex; flex-wrap: wrap; gap: 8px; }
input[type=search] { flex: 1 1 260px; } input[type=search], select, #more { font: inherit; color: inherit; background: var(--bg); border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; }
:focus-visible { outline: 2px solid #1e88e5; outline-offset: 2px; }
.chips { display: flex; flex-wrap: wrap; gap: 8px; width: 100%; }
.chip { display: inline-flex; align-items: center; gap: 6px; cursor: pointer; border: 1px solid var(--line); border-radius: 999px; padding: 3px 12px; color: var(--tone); user-select: none; }
.chip input { position: absolute; opacity: 0; } .chip b { font-variant-numeric: tabular-nums; }
.chip:has(:checked) { background: color-mix(in srgb, var(--tone) 14%, transparent); border-color: var(--tone); }
.chip:has(:disabled) { opacity: .45; cursor: default; } .chip:has(:focus-visible) { outline: 2px solid #1e88e5; outline-offset: 2px; }
.breaking-for-readers { --tone: var(--breaking-for-readers); } .breaking-for-writers { --tone: var(--breaking-for-writers); }
.risky { --tone: var(--risky); } .additive { --tone: var(--additive); } .cosmetic { --tone: var(--cosmetic); }
main { max-width: 1120px; margin: 0 auto; padding: 8px 16px 64px; } #summary { color: var(--soft); margin: 12px 0; }
section { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 10px; margin: 0 0 14px; overflow: hidden; }
section > h2 { font-size: 16px; margin: 0; padding: 12px 16px 0; color: var(--tone); } h2 span { font-weight: 400; } h2 small { float: right; font-weight: 400; color: var(--soft); }
.advice { margin: 2px 16px 10px; color: var(--soft); } .advice b { color: var(--ink); font-weight: 600; }
article { border-top: 1px solid var(--line); padding: 7px 16px; } article h3 { font-size: 14.5px; font-weight: 500; margin: 0; }
.line { display: flex; gap: 12px; align-items: baseline; justify-content: space-between; }
.fingerprint { font: inherit; color: var(--soft); background: none; border: 0; border-radius: 5px; padding: 0 4px; cursor: copy; opacity: .7; } .fingerprint:hover { opacity: 1; } .fingerprint:active { color: var(--additive); }
code { font: 13px/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; } h3 code { font-weight: 650; }
.values { color: var(--soft); } .values code { font-weight: 400; color: var(--ink); } del, ins { text-decoration: none; border-radius: 5px; padding: 1px 6px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.advice code { background: var(--bg); border-radius: 4px; padding: 0 4px; }
del { background: color-mix(in srgb, var(--breaking-for-readers) 14%, transparent); } ins { background: color-mix(in srgb, var(--additive) 16%, transparent); }
details { margin-top: 4px; color: var(--soft); font-size: 13.5px; } details ul { margin: 4px 0 0; padding-left: 20px; columns: 2 320px; }
.note { color: var(--soft); font-size: 13.5px; } .accepted { opacity: .75; }
@media (max-width: 640px) { header { position: static; } input[type=search] { flex-basis: 100%; } .fingerprint { display: none; } h2 small { float: none; display: block; } }
@media print { header { position: static; } form, #more, .fingerprint { display: none; } section { break-inside: avoid-page; } }
`;
