"""How a page looks: on paper, on a telephone, in the dark.

Rule: every rule of `STYLE` is under `.hipkit`, so it changes nothing around a fragment; colours stand
in two palettes, whose contrast a test computes. Nothing here says what words do not say.
"""

from __future__ import annotations

LIGHT = {"ink": "#1d2530", "paper": "#ffffff", "quiet": "#505c68", "accent": "#0b655c", "line": "#d3dae1"}  # fmt: skip
DARK = {"ink": "#e6eaee", "paper": "#13181e", "quiet": "#a9b4bf", "accent": "#7ed3c5", "line": "#3a4550"}  # fmt: skip


def _colours(palette: dict[str, str]) -> str:
    return "; ".join(f"--hipkit-{name}: {colour}" for name, colour in palette.items())


STYLE = f"""\
.hipkit {{ {_colours(LIGHT)}; }}
@media screen and (prefers-color-scheme: dark) {{ .hipkit {{ {_colours(DARK)}; }} }}
.hipkit {{ color: var(--hipkit-ink); background: var(--hipkit-paper);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }}
.hipkit :is(h1, h2, h3, h4, h5, h6) {{ color: var(--hipkit-accent); line-height: 1.25; margin: 1.6em 0 .5em;
  break-after: avoid; }}
.hipkit h1 {{ font-size: 1.6em; margin-top: 0; }}
.hipkit h2 {{ font-size: 1.2em; border-top: 1px solid var(--hipkit-line); padding-top: .9em; }}
.hipkit h3 {{ font-size: 1.05em; }}
.hipkit p {{ margin: .6em 0; }}
.hipkit :is(ul, ol) {{ margin: .6em 0; padding-left: 1.5em; }}
.hipkit ol {{ padding-left: 2em; }}
.hipkit li {{ margin: .4em 0; }}
.hipkit li::marker {{ color: var(--hipkit-quiet); }}
.hipkit .hipkit-notes {{ margin: .2em 0 0; padding-left: 1.1em; color: var(--hipkit-quiet); font-size: .94em; }}
.hipkit .hipkit-notes li {{ margin: .15em 0; }}
.hipkit .hipkit-wide {{ overflow-x: auto; margin: .8em 0; }}
.hipkit table {{ border-collapse: collapse; min-width: 100%; font-size: .94em; }}
.hipkit caption {{ caption-side: bottom; text-align: left; padding: .6em 0; color: var(--hipkit-quiet); }}
.hipkit :is(th, td) {{ text-align: left; vertical-align: top; padding: .4em .9em .4em 0;
  border-bottom: 1px solid var(--hipkit-line); }}
.hipkit td {{ min-width: 4em; }}
.hipkit tbody th {{ font-weight: 600; }}
@media print {{
  .hipkit {{ font-size: 10pt; line-height: 1.4; }}
  .hipkit :is(h1, h2, h3, h4, h5, h6) {{ margin: 1.1em 0 .35em; }}
  .hipkit li {{ margin: .25em 0; }}
  .hipkit :is(li, tr, p) {{ break-inside: avoid; }}
  .hipkit thead {{ display: table-header-group; }}
  .hipkit .hipkit-wide {{ overflow: visible; }}
}}
"""
"""The style of a fragment, for a page of one's own; `to_html` puts it into a page by itself."""

PAGE_STYLE = f"""\
body {{ margin: 0; background: {LIGHT["paper"]}; }}
@media screen and (prefers-color-scheme: dark) {{ body {{ background: {DARK["paper"]}; }} }}
main.hipkit {{ max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; box-sizing: border-box; }}
@page {{ margin: 16mm; }}
@media print {{ main.hipkit {{ max-width: none; padding: 0; }} }}
"""
"""What only a whole page needs: a margin, a width to read well, and paper."""
