#include "CPeers.h"

#include <dlfcn.h>

void *cpeers_load(const char *path) { return dlopen(path, RTLD_NOW | RTLD_LOCAL); }

const char *cpeers_error(void) {
  const char *reason = dlerror();
  return reason ? reason : "no reason was given";
}

const char *cpeers_name(void *library) {
  const char *(*name)(void) = (const char *(*)(void))dlsym(library, "peer_name");
  return name ? name() : 0;
}

cref_function cpeers_function(void *library, const char *name) { return (cref_function)dlsym(library, name); }
