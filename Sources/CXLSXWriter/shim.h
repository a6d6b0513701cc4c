#ifndef DIEMDANH_CXLSXWRITER_SHIM_H
#define DIEMDANH_CXLSXWRITER_SHIM_H

// Debian's libxlsxwriter; everything used here can be imported by Swift as it is.
#include <xlsxwriter.h>

#endif
