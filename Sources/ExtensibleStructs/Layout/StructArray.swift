/// An array whose elements are structs: each contributes its own members to a layout.
protocol StructArray {
  /// The elements, in their order.
  var elements: [Any] { get }
}

extension InlineArray: StructArray where Element: DeclaredStruct {
  /// The elements, in their order.
  var elements: [Any] { indices.map { self[$0] } }
}
