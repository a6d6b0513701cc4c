#ifndef DIEMDANH_CEXPAT_SHIM_H
#define DIEMDANH_CEXPAT_SHIM_H

// Debian's Expat; everything used here can be imported by Swift as it is.
#include <expat.h>

#endif
