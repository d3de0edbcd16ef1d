import CReference

/// Prints the sections, and writes them to `report.md` and `report.html` in a folder that is there; ends the program
/// if it cannot.
func write(_ sections: [Section], to folder: String) {
  let markdown = "# What a copy costs\n\n" + sections.map(\.markdown).joined(separator: "\n")
  print(markdown)
  let page = Page.head + sections.map(\.html).joined() + "</main></body></html>\n"
  for (name, text) in [("report.md", markdown), ("report.html", page)] {
    let path = "\(folder)/\(name)"
    guard unsafe cref_write(path, text) != 0 else { fail("\(path) cannot be written") }
  }
}

enum Page {
  /// Colours by the reader's preference; nothing is fetched. Where lines run upon each other, the later ones are
  /// thinner and broken, so that each is seen.
  static let head = """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>What a copy costs</title><style>
    :root { color-scheme: light dark; --ink: #1c1e21; --dim: #5f656d; --ground: #ffffff; --rule: #d9dde2;
      --c0: #b3261e; --c1: #1a5fb4; --c2: #26793a; --c3: #d0308f; --c4: #a35a00; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --dim: #9aa2ab; --ground: #16181b;
      --rule: #363b41; --c0: #ff8a80; --c1: #82b1ff; --c2: #80d895; --c3: #ff8fd0; --c4: #ffc069; } }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
    main { max-width: 66rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { font-size: 1.7rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } p { max-width: 46rem; }
    p.summary { font-weight: 600; } code { font-size: .92em; }
    .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .86rem;
      font-variant-numeric: tabular-nums; }
    th, td { padding: .2rem .6rem; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
    th { color: var(--dim); font-weight: 600; } .text { text-align: left; }
    figure { margin: 1.5rem 0; overflow: hidden; } figcaption { display: none; font-size: .86rem; }
    svg { display: block; width: 100%; max-width: 46rem; height: auto; }
    svg text { fill: var(--dim); font-size: 12px; } svg .title { fill: var(--ink); font-weight: 600; font-size: 14px; }
    svg .end { text-anchor: end; } svg .middle { text-anchor: middle; } svg .name { font-weight: 600; }
    polyline { fill: none; stroke-width: 1; } .grid { stroke: var(--rule); } .lead { opacity: .6; }
    .line { stroke-width: 4; } .line.c3, .line.c4 { stroke-width: 2; }
    .line.c3 { stroke-dasharray: 9 9; } .line.c4 { stroke-dasharray: 3 7; }
    polyline.c0 { stroke: var(--c0); } polyline.c1 { stroke: var(--c1); } polyline.c2 { stroke: var(--c2); }
    polyline.c3 { stroke: var(--c3); } polyline.c4 { stroke: var(--c4); }
    svg .name.c0 { fill: var(--c0); } svg .name.c1 { fill: var(--c1); } svg .name.c2 { fill: var(--c2); }
    svg .name.c3 { fill: var(--c3); } svg .name.c4 { fill: var(--c4); }
    @media (max-width: 36rem) { svg { width: 128%; } svg text, svg .title { font-size: 18px; }
      svg .name, svg .lead { display: none; } figcaption { display: block; } }
    figcaption span { display: inline-block; margin-right: 1rem; }
    i { display: inline-block; width: 1.6rem; vertical-align: middle; border-top: 3px solid; }
    i.c3 { border-top-style: dashed; } i.c4 { border-top-style: dotted; }
    i.c0 { border-color: var(--c0); } i.c1 { border-color: var(--c1); } i.c2 { border-color: var(--c2); }
    i.c3 { border-color: var(--c3); } i.c4 { border-color: var(--c4); }
    </style></head><body><main><h1>What a copy costs</h1>

    """
}
