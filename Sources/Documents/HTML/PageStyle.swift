/// The style sheet of a page.
///
/// Colours are variables, so that a dark scheme and paper change them in one place. Text on its ground has a contrast of
/// 4.5 to 1 at least in both schemes.
enum PageStyle {
  /// Colours, text and tables.
  static let sheet: StaticString = """
    :root { color-scheme: light dark;
      --ground: #ffffff; --raised: #f5f6f8; --ink: #1d2126; --dim: #59616b; --rule: #d8dce2; --link: #1a5fb4;
      --good: #17652f; --good-ground: #e3f3e7; --bad: #a01c14; --bad-ground: #fce8e6;
      --warn: #754800; --warn-ground: #fdf0d0; --name: #0b5a72;
      --c0: #1a5fb4; --c1: #b3450b; --c2: #1f7a3d; --c3: #8b2fb0; --c4: #8a6100; --c5: #b5246f;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
    @media screen and (prefers-color-scheme: dark) { :root {
      --ground: #14171b; --raised: #1d2127; --ink: #e4e7eb; --dim: #9ba4af; --rule: #353b44; --link: #8ab8ff;
      --good: #86dba0; --good-ground: #15301f; --bad: #ff9f97; --bad-ground: #401b19;
      --warn: #f2c76e; --warn-ground: #37290d; --name: #7fcbe4;
      --c0: #82b1ff; --c1: #ffab79; --c2: #80d895; --c3: #d9a2f2; --c4: #e8c15f; --c5: #ff93c4; } }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 var(--sans); }
    main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 2rem 5rem; }
    h1, h2, h3, h4 { line-height: 1.25; font-weight: 650; overflow-wrap: anywhere; }
    h1 { font-size: 1.9rem; letter-spacing: -.01em; margin: 0 0 1.5rem; padding-bottom: .8rem;
      border-bottom: 1px solid var(--rule); }
    h2 { font-size: 1.35rem; margin: 2.8rem 0 .6rem; } h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
    p, ul { max-width: 46rem; margin: 0 0 .9rem; overflow-wrap: break-word; } ul { padding-left: 1.3rem; }
    li { margin: .2rem 0; } p.in { margin-left: 1.4rem; }
    .group > p { margin-bottom: .35rem; } .group { margin: 0 0 1.2rem; }
    a { color: var(--link); }
    strong { font-weight: 650; } .dim { color: var(--dim); } .name { color: var(--name); }
    .good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
    .bad, .warn, .good { font-weight: 550; }
    code, pre { font-family: var(--mono); font-size: .88em; }
    code { overflow-wrap: anywhere; } td code { overflow-wrap: normal; }
    pre { background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; padding: .8rem 1rem;
      overflow-x: auto; line-height: 1.5; margin: .6rem 0 1.2rem; }
    .scroll { overflow-x: auto; margin: .8rem 0 1.6rem; max-width: 100%; width: fit-content; }
    .scroll:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    table { border-collapse: separate; border-spacing: 0; font-size: .9rem; line-height: 1.4;
      font-variant-numeric: tabular-nums; }
    th, td { padding: .38rem .8rem; text-align: left; vertical-align: top; white-space: nowrap;
      border-bottom: 1px solid var(--rule); }
    thead th, thead td { color: var(--dim); font-weight: 600; border-bottom: 2px solid var(--rule);
      vertical-align: bottom; }
    tbody + tbody tr:first-child > * { border-top: 1px solid var(--rule); }
    tbody tr:last-child > * { border-bottom-color: transparent; }
    tbody:last-child tr:last-child > * { border-bottom-color: var(--rule); }
    tr.section > th { font-weight: 650; padding-top: .9rem; } .stay { position: sticky; left: .8rem; }
    .number { text-align: right; } .mark { text-align: center; }
    td.prose, th.prose { white-space: normal; min-width: 18rem; max-width: 40rem; }
    tr > :first-child { position: sticky; left: 0; background: var(--ground); z-index: 1; }
    td.tint.good { background: var(--good-ground); } td.tint.bad { background: var(--bad-ground); }
    td.tint.warn { background: var(--warn-ground); }

    """

  /// Drawings, timelines and plots.
  static let pictures: StaticString = """
    figure { margin: 1.2rem 0 1.8rem; } figure > h4 { margin: 0 0 .5rem; }
    figcaption, .key { font-size: .86rem; color: var(--dim); margin-top: .5rem; }
    .key span { display: inline-block; margin-right: 1.2rem; }
    .key i { display: inline-block; width: 1.1rem; height: .8rem; margin-right: .4rem; vertical-align: -.06rem;
      border: 1.5px solid; border-radius: 2px; }
    .key i.fill { background: currentColor; } .key i.pale, .key i.box { position: relative; overflow: hidden; }
    .key i.pale::after, .key i.box::after { content: ""; position: absolute; inset: 0; background: currentColor;
      opacity: .25; }
    .key i.stroke { height: 0; border-width: 0; border-top: 3px solid; vertical-align: .22rem; border-radius: 0; }
    .key i.pad { border-color: var(--dim); background: repeating-linear-gradient(135deg,
      var(--dim) 0 1px, transparent 1px 5px); }
    details { font-size: .9rem; margin-top: .5rem; } summary { color: var(--dim); cursor: pointer; }
    details .scroll { margin: .5rem 0; } .words { margin-top: 3rem; } dl { max-width: 46rem; margin: .6rem 0; }
    dt { font-weight: 650; margin-top: .5rem; } dd { margin: 0 0 0 1.4rem; color: var(--dim); }
    svg { display: block; width: 100%; height: auto; } svg.defs { position: absolute; width: 0; height: 0; }
    svg.narrow { display: none; } #_hatch line { stroke: var(--dim); stroke-width: 1.6; opacity: .55; }
    svg text { font-family: var(--mono); font-size: 12px; fill: var(--ink); }
    svg .small { font-size: 10.5px; fill: var(--dim); } svg .label { fill: var(--dim); }
    svg .strong { font-weight: 650; fill: var(--ink); } svg .end { text-anchor: end; } svg .middle { text-anchor: middle; }
    svg .axis { fill: var(--dim); }
    .box { fill: currentColor; fill-opacity: .13; stroke: currentColor; stroke-width: 1.2; }
    .box.pad { fill: url(#_hatch); fill-opacity: 1; } .flag { stroke: currentColor; stroke-width: 4; }
    .ground { fill: var(--ground); }
    svg text.own { fill: currentColor; font-weight: 650; }
    .v0 { color: var(--c0); } .v1 { color: var(--c1); } .v2 { color: var(--c2); } .v3 { color: var(--c3); }
    .v4 { color: var(--c4); } .v5 { color: var(--c5); } .none { color: var(--dim); }
    .life { stroke: var(--rule); stroke-width: 2; } .active { fill: var(--c0); fill-opacity: .3; }
    .lead { stroke: var(--dim); stroke-width: 1; opacity: .7; fill: none; }
    .step { fill: var(--raised); stroke: var(--rule); stroke-width: 1; }
    .step.write { fill: var(--warn-ground); stroke: var(--warn); } .step.ends { stroke: var(--ink); }
    .dot { fill: var(--c0); stroke: var(--ground); stroke-width: 2; } .dot.write { fill: var(--warn); }
    .dot.ends { fill: var(--ink); } .arrow { stroke: var(--warn); stroke-width: 2; }
    .tip { fill: var(--warn); } .track { fill: var(--rule); } .part { fill: var(--c0); }
    .part.write { fill: var(--warn); }
    svg tspan.dim { fill: var(--dim); } svg tspan.name { fill: var(--name); } svg tspan.good { fill: var(--good); }
    svg tspan.bad { fill: var(--bad); } svg tspan.warn { fill: var(--warn); }
    .grid { stroke: var(--rule); stroke-width: 1; } .zero { stroke: var(--dim); stroke-width: 1; }
    .bar { fill: currentColor; } .bar.pale { fill-opacity: .3; stroke: currentColor; }
    svg text.inside { fill: var(--ground); font-weight: 600; }
    .line { fill: none; stroke: currentColor; stroke-width: 3.5; stroke-linejoin: round; }
    .line.v2, .line.v3 { stroke-width: 2.2; } .line.v4, .line.v5 { stroke-width: 1.6; }
    .line.v1, .key i.stroke.v1 { stroke-dasharray: 12 4; border-top-style: dashed; }
    .line.v3, .key i.stroke.v3 { stroke-dasharray: 7 7; border-top-style: dashed; }
    .line.v5, .key i.stroke.v5 { stroke-dasharray: 2 5; border-top-style: dotted; }
    .point { fill: currentColor; stroke: var(--ground); stroke-width: 1; }
    .reference { stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 5 4; }
    @media screen and (max-width: 40rem) {
      main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; }
      svg.wide { display: none; } svg.narrow { display: block; } .key.away { display: block; }
      th, td { padding: .35rem .55rem; } table { font-size: .84rem; }
      tr > :first-child { max-width: 46vw; white-space: normal; overflow-wrap: break-word;
        border-right: 1px solid var(--rule); }
      td.long, th.long { min-width: min(9rem, 40vw); }
      tr.section > :first-child { max-width: none; white-space: nowrap; border-right: 0; } .stay { left: .55rem; }
      td.prose, th.prose { min-width: 13rem; } }
    @media (min-width: 40.01rem) { .key.away { display: none; } }

    """

  /// What paper needs.
  static let paper: StaticString = """
    @page { margin: 16mm 14mm; }
    @media print {
      html { font-size: 9.5pt; } main { max-width: none; padding: 0; } h1 { font-size: 17pt; }
      h2 { font-size: 13pt; margin-top: 1.6rem; } h3 { font-size: 11pt; }
      h1, h2, h3, h4 { break-after: avoid; } p { orphans: 3; widows: 3; max-width: none; }
      a { color: inherit; text-decoration: none; } .key.away { display: none; }
      .scroll { overflow: visible; width: auto; } table { font-size: 8pt; } thead { display: table-header-group; }
      tr, figure, pre { break-inside: avoid; } tr.section { break-after: avoid; }
      th, td { padding: .2rem .45rem; white-space: normal; overflow-wrap: break-word; }
      td.prose, th.prose { min-width: 9rem; }
      tr > :first-child, .stay { position: static; } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      details { display: none; }
      td.tint, .key i, svg * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }

    """
}
