// The structs under test. layouts.c has their BTF made, offsets.c prints where the compiler puts them.

#ifdef __bpf__
#define TAG(text) __attribute__((btf_decl_tag(text)))
#else
#define TAG(text)
#endif

typedef unsigned int u32;
typedef unsigned long long u64;
typedef const volatile u64 read_only_u64;

enum small { SMALL_ZERO, SMALL_SEVEN = 7 };
enum below_zero { MINUS_TWO = -2, PLUS_THREE = 3 };
enum wide { WIDE_ONE = 1, WIDE_TOP = 0x8000000000000001ull };

struct plain {
  u32 size TAG("size of the struct");
  signed char byte;
  unsigned short half;
  read_only_u64 wide;
  const void *pointer;
  int (*function)(int);
  enum small small;
  enum below_zero below_zero;
  enum wide large;
  _Bool truth;
  float single;
  double twice;
  __int128 widest;
} TAG("version 0") TAG("extensible");

struct bits {
  u32 low : 3 TAG("gated by low");
  u32 across : 13;
  int negative : 9;
  u32 : 0;
  u64 rest : 40;
  enum small chosen : 3;
  _Bool one : 1;
  unsigned char whole;
};

struct nested {
  u32 first;
  struct {
    u32 a;
    u32 b TAG("inner tag");
  } inner TAG("outer tag");
  union {
    u64 as_number;
    struct {
      u32 low;
      union {
        u32 high;
        unsigned char high_bytes[4];
      };
    };
    struct plain as_plain;
  };
  struct {
    u32 in_place : 5;
    u32 behind : 27;
  } packed_bits;
};

struct arrays {
  u32 grid[2][3];
  struct bits elements[4];
  const void *pointers[5];
  enum small choices[3];
  u32 zero[0];
  char text[7];
};

struct flexible {
  u32 count;
  unsigned short start;
  unsigned short tail[];
};

union either {
  u64 number;
  struct flexible *pointer;
  char text[12];
};

typedef struct {
  u32 x;
  u32 y;
} unnamed_t TAG("on the typedef");

struct __attribute__((packed)) tight {
  char c;
  u64 unaligned;
};
