#ifndef DIEMDANH_CTURBOJPEG_SHIM_H
#define DIEMDANH_CTURBOJPEG_SHIM_H

// Debian's libturbojpeg: it reports errors by values, where libjpeg itself jumps out of the caller with longjmp.
#include <turbojpeg.h>

#endif
