#ifndef DIEMDANH_CPNG_SHIM_H
#define DIEMDANH_CPNG_SHIM_H

// Debian's libpng. Only its simplified API is used (png_image_…): it reports errors by values,
// while the older one jumps out of the caller with longjmp, which Swift cannot survive.
#include <png.h>

#endif
