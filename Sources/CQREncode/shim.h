#ifndef DIEMDANH_CQRENCODE_SHIM_H
#define DIEMDANH_CQRENCODE_SHIM_H

// Debian's libqrencode; everything used here can be imported by Swift as it is.
#include <qrencode.h>

#endif
