#include "layouts.h"

struct plain *plain;
struct bits *bits;
struct nested *nested;
struct arrays *arrays;
struct flexible *flexible;
union either *either;
unnamed_t *unnamed;
struct tight *tight;
