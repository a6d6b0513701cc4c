#ifndef DIEMDANH_CSODIUM_SHIM_H
#define DIEMDANH_CSODIUM_SHIM_H

// Debian's libsodium; everything used here can be imported by Swift as it is.
#include <sodium.h>

#endif
