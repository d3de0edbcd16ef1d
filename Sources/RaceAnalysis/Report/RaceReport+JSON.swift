public import Documents
import ExtensibleStructs
import KernelInterfaces

extension RaceReport {
  /// Writes the schemes with their properties and counterexamples, the replay, and the answer.
  public func write(to json: inout JSONWriter) {
    json.field("struct", history.name)
    json.field("granularity", granularity.rawValue)
    json.field("writes", writes)
    json.field("schedules", schedules)
    json.field("schedulesPerSecond", Int(rate))
    json.field("omitted", omitted)
    json.field("schemes") { json in json.array { json in for race in races { race.write(to: &json) } } }
    json.key("replay")
    if let replay { replay.write(to: &json) } else { json.null() }
    json.field("answer", answer)
  }
}

extension RaceReport.Race {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("scheme", subject.scheme.name)
      json.field("variant", subject.variant)
      json.field("recheck", (subject.scheme.second?.recheck ?? .none).rawValue)
      json.field("schedules", schedules)
      json.field("accepted", accepted)
      json.field("writers", writers)
      json.field("properties") { json in
        json.array { json in
          for property in RaceProperty.allCases { write(property, to: &json) }
        }
      }
    }
  }

  private func write(_ property: RaceProperty, to json: inout JSONWriter) {
    json.object { json in
      json.field("property", property.name)
      json.field("holds", holds(property))
      json.field("broken", broken[property] ?? 0)
      guard let found = counterexamples[property] else { return }
      json.field("user", interface.history.versions[found.user].name)
      json.field("kernel", interface.history.versions[found.kernel].name)
      json.field("writes", found.writer.count)
      json.field("before", Hex.text(found.call.memory))
      json.field("after", Hex.text(found.after))
      json.field("kernelStruct", Hex.text(found.kernelStruct))
      json.field("states", found.mixes)
      json.field("events") { json in
        json.array { json in for event in found.events { found.write(event, to: &json) } }
      }
    }
  }
}

extension RaceCounterexample {
  fileprivate func write(_ event: RaceEvent, to json: inout JSONWriter) {
    json.object { json in
      switch event {
      case .store(let index):
        json.field("thread", "user")
        json.field("offset", writer[index].offset)
        json.field("width", writer[index].width)
        json.field(writer[index].isFlip ? "flips" : "value", writer[index].value)
      case .read(let primitive, let range, let state, _):
        json.field("thread", "kernel")
        json.field("fetch", primitive.rawValue)
        json.field("offset", range.lowerBound)
        json.field("count", range.count)
        json.field("state", state)
      case .writeBack(let offset, let value):
        json.field("thread", "kernel")
        json.field("writeBack", value)
        json.field("offset", offset)
      }
    }
  }
}

extension RaceReplay {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("kernel", kernel)
      json.field("skipped", skipped)
      json.field("agreed", cases.count - disagreements.count)
      json.field("faults", faults)
      json.field("disagreements") { json in
        json.array { json in
          for one in disagreements {
            json.object { json in
              json.field("interface", one.interface)
              json.field("schedule", one.name)
              json.field("simulated", one.simulated.words)
              json.field("real", one.real.words)
            }
          }
        }
      }
    }
  }
}
