#ifndef CLINUX_H
#define CLINUX_H

// The few kernel entry points that Swift cannot import from the C library's headers.
#include <stdint.h>

#endif
