import CReference

/// Prints the sections, and writes them to `report.md` and `report.html` in a folder that is there.
func write(_ sections: [Section], to folder: String) throws {
  let markdown = "# What a copy costs\n\n" + sections.map(\.markdown).joined(separator: "\n")
  print(markdown)
  let page = Page.head + sections.map(\.html).joined() + "</main></body></html>\n"
  for (name, text) in [("report.md", markdown), ("report.html", page)] {
    let path = "\(folder)/\(name)"
    guard unsafe cref_write(path, text) != 0 else { throw ReportError.unwritable(path) }
    print("written: \(path)")
  }
}

enum ReportError: Error {
  case unwritable(String)
}

enum Page {
  /// Colours by the reader's preference; nothing is fetched.
  static let head = """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>What a copy costs</title><style>
    :root { --ink: #1c1e21; --dim: #6a7078; --ground: #ffffff; --rule: #d9dde2;
      --c0: #b3261e; --c1: #1a5fb4; --c2: #26793a; --c3: #8a4fb5; --c4: #a35a00; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --dim: #9aa2ab; --ground: #16181b;
      --rule: #363b41; --c0: #ff8a80; --c1: #82b1ff; --c2: #80d895; --c3: #d0a2f0; --c4: #ffc069; } }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, "DejaVu Sans", sans-serif; }
    main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
    h1 { font-size: 1.7rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; } p { max-width: 46rem; }
    .scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .86rem;
      font-variant-numeric: tabular-nums; }
    th, td { padding: .2rem .7rem; text-align: right; border-bottom: 1px solid var(--rule); white-space: nowrap; }
    th:first-child, td:first-child { text-align: left; } th { color: var(--dim); font-weight: 600; }
    figure { margin: 1rem 0; } svg { width: 100%; height: auto; max-width: 46rem; }
    svg text { fill: var(--dim); font-size: 12px; } svg .title { fill: var(--ink); font-weight: 600; font-size: 14px; }
    .end { text-anchor: end; } .middle { text-anchor: middle; } .grid { stroke: var(--rule); }
    .line { fill: none; stroke-width: 2; } svg .name { font-weight: 600; }
    .line.c0 { stroke: var(--c0); } .line.c1 { stroke: var(--c1); } .line.c2 { stroke: var(--c2); }
    .line.c3 { stroke: var(--c3); stroke-dasharray: 6 4; } .line.c4 { stroke: var(--c4); stroke-dasharray: 2 4; }
    svg .name.c0 { fill: var(--c0); } svg .name.c1 { fill: var(--c1); } svg .name.c2 { fill: var(--c2); }
    svg .name.c3 { fill: var(--c3); } svg .name.c4 { fill: var(--c4); }
    </style></head><body><main><h1>What a copy costs</h1>

    """
}
