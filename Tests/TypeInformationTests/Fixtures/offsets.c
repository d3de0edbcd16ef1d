// Prints "struct size", "struct.member offset size" and "struct.member bits first end".
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "layouts.h"

#define S(type, name) printf("%s %zu\n", name, sizeof(type))
#define F(type, name, member) \
  printf("%s.%s %zu %zu\n", name, #member, offsetof(type, member), sizeof(((type *)0)->member))
#define FLEXIBLE(type, name, member) printf("%s.%s %zu 0\n", name, #member, offsetof(type, member))
#define B(type, name, member)          \
  do {                                 \
    type value;                        \
    memset(&value, 0, sizeof value);   \
    value.member = -1;                 \
    print_bits(name "." #member, &value, sizeof value); \
  } while (0)

static void print_bits(const char *name, const void *value, size_t size) {
  const unsigned char *bytes = value;
  size_t first = size * 8, end = 0;
  for (size_t bit = 0; bit < size * 8; bit++) {
    if (!(bytes[bit / 8] >> bit % 8 & 1)) continue;
    if (bit < first) first = bit;
    end = bit + 1;
  }
  printf("%s bits %zu %zu\n", name, first, end);
}

int main(void) {
  S(struct plain, "plain");
  F(struct plain, "plain", size); F(struct plain, "plain", byte); F(struct plain, "plain", half);
  F(struct plain, "plain", wide); F(struct plain, "plain", pointer); F(struct plain, "plain", function);
  F(struct plain, "plain", small); F(struct plain, "plain", below_zero); F(struct plain, "plain", large);
  F(struct plain, "plain", truth); F(struct plain, "plain", single); F(struct plain, "plain", twice);
  F(struct plain, "plain", widest);
  S(struct bits, "bits");
  B(struct bits, "bits", low); B(struct bits, "bits", across); B(struct bits, "bits", negative);
  B(struct bits, "bits", rest); B(struct bits, "bits", chosen); B(struct bits, "bits", one);
  F(struct bits, "bits", whole);
  S(struct nested, "nested");
  F(struct nested, "nested", first); F(struct nested, "nested", inner.a); F(struct nested, "nested", inner.b);
  F(struct nested, "nested", as_number); F(struct nested, "nested", low); F(struct nested, "nested", high);
  F(struct nested, "nested", high_bytes);
  F(struct nested, "nested", as_plain.size); F(struct nested, "nested", as_plain.byte);
  F(struct nested, "nested", as_plain.half); F(struct nested, "nested", as_plain.wide);
  F(struct nested, "nested", as_plain.pointer); F(struct nested, "nested", as_plain.function);
  F(struct nested, "nested", as_plain.small); F(struct nested, "nested", as_plain.below_zero);
  F(struct nested, "nested", as_plain.large); F(struct nested, "nested", as_plain.truth);
  F(struct nested, "nested", as_plain.single); F(struct nested, "nested", as_plain.twice);
  F(struct nested, "nested", as_plain.widest);
  B(struct nested, "nested", packed_bits.in_place); B(struct nested, "nested", packed_bits.behind);
  S(struct arrays, "arrays");
  F(struct arrays, "arrays", grid); F(struct arrays, "arrays", elements); F(struct arrays, "arrays", pointers);
  F(struct arrays, "arrays", choices); F(struct arrays, "arrays", zero); F(struct arrays, "arrays", text);
  S(struct flexible, "flexible");
  F(struct flexible, "flexible", count); F(struct flexible, "flexible", start);
  FLEXIBLE(struct flexible, "flexible", tail);
  S(union either, "either");
  F(union either, "either", number); F(union either, "either", pointer); F(union either, "either", text);
  S(unnamed_t, "unnamed_t");
  F(unnamed_t, "unnamed_t", x); F(unnamed_t, "unnamed_t", y);
  S(struct tight, "tight");
  F(struct tight, "tight", c); F(struct tight, "tight", unaligned);
  return 0;
}
