#include "CUAPI.h"
