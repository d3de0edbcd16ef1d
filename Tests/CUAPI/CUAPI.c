#define _GNU_SOURCE
#include "CUAPI.h"

#include <string.h>

const char *cuapi_errno_name(int number) { return strerrorname_np(number); }
