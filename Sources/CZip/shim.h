#ifndef DIEMDANH_CZIP_SHIM_H
#define DIEMDANH_CZIP_SHIM_H

// Debian's libzip; everything used here can be imported by Swift as it is.
#include <zip.h>

#endif
