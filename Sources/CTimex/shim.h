#pragma once
#include <stdint.h>
#include <sys/timex.h>

/// How far off the kernel's clock may be, in microseconds; -1 while it is not synchronised or may not be asked.
/// Swift's Glibc module leaves out <sys/timex.h>.
static inline int64_t diemdanh_clock_error(void) {
    struct timex status = {0};
    int state = adjtimex(&status);
    return state < 0 || state == TIME_ERROR || (status.status & STA_UNSYNC) ? -1 : status.maxerror;
}
